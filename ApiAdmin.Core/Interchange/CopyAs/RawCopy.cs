using System.Globalization;
using System.Text;

namespace ApiAdmin.Core.Interchange.CopyAs;

/// <summary>The request as HTTP/1.1 writes it (RFC 9112), without the length, which the placeholders would belie.</summary>
internal static class RawCopy
{
    public static string Write(CopySource source)
    {
        var host = source.Origin[(source.Origin.IndexOf("://", StringComparison.Ordinal) + 3)..];
        var text = new StringBuilder($"{source.Method} {source.Target} HTTP/1.1\nHost: {host}\n");
        if (source.Basic is { } basic)
        {
            text.Append(CultureInfo.InvariantCulture, $"Authorization: Basic <base64 of {basic.User}:{basic.Password}>\n");
        }

        foreach (var (name, value, _) in source.Headers)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}: {value}\n");
        }

        return text.Append('\n').Append(source.BodyIsBinary ? "<the bytes of the body>" : source.Body).ToString();
    }
}
