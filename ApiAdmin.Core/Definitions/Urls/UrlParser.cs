namespace ApiAdmin.Core.Definitions.Urls;

/// <summary>Splits a URL by RFC 3986, appendix B, and lets each part be judged by its own type.</summary>
internal static class UrlParser
{
    private const string NotAbsolute = "It has to begin with http:// or https:// and a host, for example https://crm.example.com/v1/orders.";

    public static UrlTemplate Parse(string url, out ValueList<UrlFault> faults)
    {
        var found = new List<UrlFault>();
        var template = Parse(url, found);
        faults = found.ToValueList();
        return template;
    }

    private static UrlTemplate Parse(string url, List<UrlFault> faults)
    {
        if (url.Length == 0)
        {
            faults.Add(new(FindingCodes.Required, $"The URL is missing. {NotAbsolute}"));
            return new UrlTemplate();
        }

        UrlCharacters.Check(url, faults);
        if (url.StartsWith(UrlTemplate.SandboxPrefix, StringComparison.Ordinal))
        {
            return ParseRest(url, UrlTemplate.SandboxPrefix.Length, new UrlTemplate { IsSandbox = true }, faults);
        }

        var schemeEnd = url.IndexOf("://", StringComparison.Ordinal);
        var scheme = schemeEnd > 0 ? url[..schemeEnd] : "";
        if (scheme is not ("http" or "https"))
        {
            faults.Add(NoScheme(url, scheme));
            return new UrlTemplate();
        }

        var start = schemeEnd + 3;
        var end = url.AsSpan(start).IndexOfAny("/?#\\") is >= 0 and var length ? start + length : url.Length;
        var authority = UrlAuthority.Parse(url[start..end], scheme, faults);
        return ParseRest(url, end, new UrlTemplate { Scheme = scheme, Host = authority.Host, Port = authority.Port }, faults);
    }

    private static UrlTemplate ParseRest(string url, int start, UrlTemplate template, List<UrlFault> faults)
    {
        var fragment = url.IndexOf('#', start);
        if (fragment >= 0)
        {
            faults.Add(new(FindingCodes.NotAllowed, $"A fragment is never sent: remove {Quoted.Text(url[fragment..])} from the end of the URL."));
        }

        var end = fragment >= 0 ? fragment : url.Length;
        var question = url.IndexOf('?', start, end - start);
        var pathEnd = question >= 0 ? question : end;
        if (template.IsSandbox && pathEnd > start && url[start] != '/')
        {
            faults.Add(new(FindingCodes.Malformed, $"Behind {UrlTemplate.SandboxPrefix} a \"/\" or \"?\" has to follow, not {Quoted.Text(url[start..pathEnd])}."));
        }

        var query = question >= 0 ? url[(question + 1)..end] : null;
        UrlCharacters.CheckQuery(query, question + 2, faults);
        return template with { Path = UrlPath.Parse(url, start, pathEnd, faults), Query = query };
    }

    private static UrlFault NoScheme(string url, string scheme)
    {
        var trimmed = url.Trim();
        if (trimmed.Length != url.Length)
        {
            return new(FindingCodes.Malformed, "The URL begins or ends with a space; remove it.");
        }

        if (scheme.Length > 0 && scheme.ToLowerInvariant() is "http" or "https")
        {
            return new(FindingCodes.Malformed, $"Write the scheme in lower case: {Quoted.Text(scheme.ToLowerInvariant() + url[scheme.Length..])}.");
        }

        return scheme.Length > 0 && scheme.All(char.IsAsciiLetterOrDigit)
            ? new(FindingCodes.NotAllowed, $"The scheme {Quoted.Text(scheme)} is not allowed; only http and https are called.")
            : new(FindingCodes.Malformed, $"{Quoted.Text(url)} is not an absolute URL. {NotAbsolute}");
    }
}
