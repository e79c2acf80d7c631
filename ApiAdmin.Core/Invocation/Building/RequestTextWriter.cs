using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>A built request as HTTP/1.1 writes it (RFC 9112): the preview's text and the wire's bytes.</summary>
public static class RequestTextWriter
{
    /// <summary>The request as text. Masked it is for people; a file in it stands as its size.</summary>
    public static string Write(BuiltRequest request, bool masked)
    {
        var pieces = Head(request, masked);
        foreach (var part in request.Body?.Parts ?? [])
        {
            pieces.Add(part switch
            {
                TextBodyPart text => Show(text.Text, masked),
                BinaryBodyPart binary => string.Create(CultureInfo.InvariantCulture, $"[{binary.Bytes.Length} bytes]"),
                _ => "",
            });
        }

        return string.Concat(CollectionsMarshal.AsSpan(pieces));
    }

    /// <summary>The exact bytes of the wire.</summary>
    public static byte[] WriteBytes(BuiltRequest request)
    {
        var head = string.Concat(CollectionsMarshal.AsSpan(Head(request, masked: false)));
        return [.. Encoding.UTF8.GetBytes(head), .. request.Body?.ToBytes() ?? []];
    }

    private static List<string> Head(BuiltRequest request, bool masked)
    {
        var pieces = new List<string>(6 + (4 * request.Headers.Count)) { request.Method, " ", Show(request.Target, masked), " HTTP/1.1\r\n" };
        foreach (var header in request.Headers)
        {
            pieces.Add(header.Name);
            pieces.Add(": ");
            pieces.Add(Show(header.Value, masked));
            pieces.Add("\r\n");
        }

        pieces.Add("\r\n");
        return pieces;
    }

    private static string Show(MaskedText text, bool masked) => masked ? text.Masked() : text.Reveal();
}
