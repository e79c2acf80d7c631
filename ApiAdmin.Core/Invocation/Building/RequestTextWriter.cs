using System.Globalization;
using System.Text;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>A built request as HTTP/1.1 writes it (RFC 9112): the preview's text and the wire's bytes.</summary>
public static class RequestTextWriter
{
    /// <summary>The request as text. Masked it is for people; a file in it stands as its size.</summary>
    public static string Write(BuiltRequest request, bool masked)
    {
        var builder = new StringBuilder();
        WriteHead(builder, request, masked);
        foreach (var part in request.Body?.Parts ?? [])
        {
            _ = part switch
            {
                TextBodyPart text => builder.Append(masked ? text.Text.Masked() : text.Text.Reveal()),
                BinaryBodyPart binary => builder.Append(CultureInfo.InvariantCulture, $"[{binary.Bytes.Length} bytes]"),
                _ => builder,
            };
        }

        return builder.ToString();
    }

    /// <summary>The exact bytes of the wire.</summary>
    public static byte[] WriteBytes(BuiltRequest request)
    {
        var head = new StringBuilder();
        WriteHead(head, request, masked: false);
        return [.. Encoding.UTF8.GetBytes(head.ToString()), .. request.Body?.ToBytes() ?? []];
    }

    private static void WriteHead(StringBuilder builder, BuiltRequest request, bool masked)
    {
        builder.Append(request.Method).Append(' ').Append(Show(request.Target, masked)).Append(" HTTP/1.1\r\n");
        foreach (var header in request.Headers)
        {
            builder.Append(header.Name).Append(": ").Append(Show(header.Value, masked)).Append("\r\n");
        }

        builder.Append("\r\n");
    }

    private static string Show(MaskedText text, bool masked) => masked ? text.Masked() : text.Reveal();
}
