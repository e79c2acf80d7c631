using System.Globalization;
using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Urls;

namespace ApiAdmin.Core.Interchange.Curl;

/// <summary>Finds credentials in a definition and puts secrets in their place.</summary>
public static class Credentials
{
    public static ValueList<FoundCredential> Find(ApiDefinition definition)
    {
        var host = HostOf(definition.Url);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var headers = definition.Headers.Select(row => Text(row) is { Length: > 0 } value ? InHeader(row.Name, value) : null);
        var parameters = definition.Parameters.Select(row => Text(row) is { Length: > 0 } value && CredentialNames.IsParam(row.Name, value)
            ? new FoundCredential(row.In == ParamPlace.Query ? CredentialKind.Query : CredentialKind.Body, row.Name, "", value)
            : null);
        return headers.Concat(parameters).OfType<FoundCredential>()
            .Select(found => found with { Host = host, SuggestedName = Name(host, found, taken), IsPlaceholder = CredentialNames.IsPlaceholder(found.Value) })
            .ToValueList();
    }

    /// <summary>The same definition with the secret of that name where the value stood.</summary>
    public static ApiDefinition UseSecret(ApiDefinition definition, FoundCredential found, string secret)
    {
        var without = definition with { Headers = [.. definition.Headers.Where(row => !Same(row.Name, found.Name))] };
        return found.Kind switch
        {
            CredentialKind.Basic => without with { Auth = new BasicAuth { Username = found.Username, Secret = secret } },
            CredentialKind.Bearer => without with { Auth = new BearerAuth { Secret = secret } },
            CredentialKind.ApiKey when definition.Auth is NoAuth => without with { Auth = new ApiKeyAuth { Name = found.Name, Secret = secret } },
            CredentialKind.ApiKey or CredentialKind.Header => definition with { Headers = [.. definition.Headers.Select(row => Same(row.Name, found.Name) ? row with { Value = Source(found, secret) } : row)] },
            _ => definition with { Parameters = [.. definition.Parameters.Select(row => IsOf(row, found) ? row with { Value = Source(found, secret), Sensitive = true } : row)] },
        };
    }

    /// <summary>Kept as constants they are at least hidden in reports and history.</summary>
    internal static ApiDefinition Masked(ApiDefinition definition, ValueList<FoundCredential> found) => definition with
    {
        Headers = [.. definition.Headers.Select(row => found.Any(f => f.Kind is not (CredentialKind.Query or CredentialKind.Body) && Same(f.Name, row.Name)) ? row with { Sensitive = true } : row)],
        Parameters = [.. definition.Parameters.Select(row => found.Any(f => IsOf(row, f)) ? row with { Sensitive = true } : row)],
    };

    internal static bool IsOf(RequestParam row, FoundCredential found) => row.Name == found.Name && row.In == found.Kind switch
    {
        CredentialKind.Query => ParamPlace.Query,
        CredentialKind.Body => ParamPlace.Body,
        _ => ParamPlace.Path,
    };

    private static ValueSource Source(FoundCredential found, string secret) => found.Prefix.Length == 0
        ? new SecretValue { Name = secret }
        : new ConstantValue { Value = RawJson.String($"{found.Prefix}{{{{secrets.{secret}}}}}") };

    private static FoundCredential? InHeader(string name, string value)
    {
        if (Same(name, "Authorization"))
        {
            return Authorization(name, value);
        }

        return CredentialNames.IsHeader(name, value)
            ? new FoundCredential(Same(name, "Cookie") ? CredentialKind.Header : CredentialKind.ApiKey, name, "", value)
            : null;
    }

    private static FoundCredential Authorization(string name, string value)
    {
        var space = value.IndexOf(' ', StringComparison.Ordinal);
        var (scheme, rest) = space < 0 ? ("", value) : (value[..space], value[(space + 1)..].Trim());
        if (Same(scheme, "Bearer") && rest.Length > 0)
        {
            return new FoundCredential(CredentialKind.Bearer, name, "", rest);
        }

        // Basic authentication here needs a user and a password; one without either goes as the header it was.
        return Same(scheme, "Basic") && BasicPair.Read(rest) is { User.Length: > 0, Password.Length: > 0 } pair
            ? new FoundCredential(CredentialKind.Basic, name, pair.User, pair.Password)
            : new FoundCredential(CredentialKind.Header, name, "", rest, scheme.Length == 0 ? "" : scheme + " ");
    }

    private static string? Text(Param row) =>
        row.Value is ConstantValue { Value: { Kind: JsonValueKind.String } constant } && constant.TryToPlainText(out var text)
        && !text.Contains("{{secrets.", StringComparison.Ordinal)
            ? text
            : null;

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);

    private static string HostOf(string url)
    {
        var template = UrlTemplate.Parse(url, out _);
        var host = CanonicalHost.Ascii(template.Host) ?? template.Host;
        return template.Port is { } port && port != (template.Scheme == "https" ? 443 : 80)
            ? string.Create(CultureInfo.InvariantCulture, $"{host}:{port}")
            : host;
    }

    private static string Name(string host, FoundCredential found, HashSet<string> taken)
    {
        var what = found.Kind switch
        {
            CredentialKind.Basic => "password",
            CredentialKind.Bearer => "token",
            _ => CredentialNames.Slug(found.Name),
        };
        var wanted = CredentialNames.Slug($"{CredentialNames.Owner(host)} {what}");
        var name = wanted;
        for (var number = 2; !taken.Add(name); number++)
        {
            name = $"{wanted}-{number.ToString(CultureInfo.InvariantCulture)}";
        }

        return name;
    }
}
