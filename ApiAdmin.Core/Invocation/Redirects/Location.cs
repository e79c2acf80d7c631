using System.Text;
using ApiAdmin.Core.Invocation.Outbound;

namespace ApiAdmin.Core.Invocation.Redirects;

/// <summary>A Location header resolved against the request it answers (RFC 9110 10.2.2, RFC 3986 5.2), without mending what it says.</summary>
internal static class Location
{
    public static bool TryResolve(string location, BuiltRequest previous, out TargetUrl? target, out string absolute, out string problem)
    {
        var text = Encode(location.Trim());
        absolute = Absolute(text, previous);
        return TargetUrl.TryParse(absolute, out target, out problem);
    }

    private static string Absolute(string text, BuiltRequest previous)
    {
        if (HasScheme(text))
        {
            return text;
        }

        if (text.StartsWith("//", StringComparison.Ordinal))
        {
            return $"{previous.Scheme}:{text}";
        }

        var target = previous.Target.Reveal();
        var path = target.Split('?', '#')[0];
        return previous.Origin + text switch
        {
            "" or ['#', ..] => target,
            ['?', ..] => path + text,
            ['/', ..] => WithoutDots(text),
            _ => WithoutDots(path[..(path.LastIndexOf('/') + 1)] + text),
        };
    }

    private static bool HasScheme(string text)
    {
        var colon = text.AsSpan().IndexOfAny(':', '/');
        return colon > 0 && text[colon] == ':' && char.IsAsciiLetter(text[0])
            && text.AsSpan(0, colon).ToString().All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.');
    }

    /// <summary>RFC 3986, section 5.2.4.</summary>
    private static string WithoutDots(string text)
    {
        var end = text.AsSpan().IndexOfAny('?', '#') is var at and >= 0 ? at : text.Length;
        var kept = new List<string>();
        var segments = text[1..end].Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            if (segments[i] is "." or "..")
            {
                if (segments[i] == ".." && kept.Count > 0)
                {
                    kept.RemoveAt(kept.Count - 1);
                }

                if (i == segments.Length - 1)
                {
                    kept.Add("");
                }
            }
            else
            {
                kept.Add(segments[i]);
            }
        }

        return "/" + string.Join('/', kept) + text[end..];
    }

    /// <summary>Servers send spaces and letters beyond ASCII as they are; on the wire they are escaped UTF-8.</summary>
    private static string Encode(string text)
    {
        if (text.All(c => c is > ' ' and <= '~'))
        {
            return text;
        }

        var builder = new StringBuilder();
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            _ = b is > 0x20 and < 0x7f or < 0x20 ? builder.Append((char)b) : builder.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return builder.ToString();
    }
}
