using System.Text;
using System.Text.Unicode;

namespace ApiAdmin.Core.Invocation.Reading;

/// <summary>The kept bytes as the report shows them: text where they are text, else base64.</summary>
internal static class BodyText
{
    public static (string? Text, string? Base64) Show(BodyReader body, MediaType? mediaType)
    {
        var bytes = body.Head.Bytes;
        if (bytes.IsEmpty)
        {
            return body.BodyBytes == 0 ? ("", null) : (null, null);
        }

        return IsText(bytes, mediaType, body.Head.Truncated)
            ? (Decode(bytes, body.Charset?.Encoding ?? Encoding.UTF8, body.Head.Truncated), null)
            : (null, Convert.ToBase64String(bytes));
    }

    /// <summary>A half character at the cut is left out, not shown as damaged.</summary>
    private static string Decode(ReadOnlySpan<byte> bytes, Encoding encoding, bool truncated)
    {
        if (!truncated && encoding.CodePage == Encoding.UTF8.CodePage)
        {
            return Encoding.UTF8.GetString(bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes);
        }

        var decoder = encoding.GetDecoder();
        var chars = new char[encoding.GetMaxCharCount(bytes.Length)];
        var count = decoder.GetChars(bytes, chars, flush: !truncated);
        var start = count > 0 && chars[0] == '\ufeff' ? 1 : 0;
        return new string(chars, start, count - start);
    }

    private static bool IsText(ReadOnlySpan<byte> bytes, MediaType? mediaType, bool truncated)
    {
        if (mediaType is { IsText: true })
        {
            return true;
        }

        var known = mediaType?.Essence is { } essence && essence != "application/octet-stream";
        if (known && !mediaType!.Essence.StartsWith("application/", StringComparison.Ordinal))
        {
            return false;
        }

        // Servers send JSON without a type or as octets; what reads as text without control characters is shown as text.
        return !bytes.ContainsAnyInRange((byte)0, (byte)8) && IsUtf8(bytes, truncated);
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes, bool truncated)
    {
        for (var cut = 0; cut <= (truncated ? Math.Min(3, bytes.Length) : 0); cut++)
        {
            if (Utf8.IsValid(bytes[..^cut]))
            {
                return true;
            }
        }

        return false;
    }
}
