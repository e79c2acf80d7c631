using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ApiAdmin.Core.Access;

/// <summary>
/// Masks every occurrence of secret values in a text, in the forms in which the other side may echo them: plain, URL- and
/// form-escaped, JSON- and XML-escaped, hexadecimal, and base64 of the value alone or inside something longer.
/// </summary>
public sealed class SecretRedactor
{
    public const string Mask = "•••";

    /// <summary>Shorter values occur by chance: masking them would tear holes into honest text.</summary>
    public const int ShortestValue = 6;

    private readonly string[] forms;
    private readonly SearchValues<string>? search;

    public SecretRedactor(IEnumerable<string> values)
    {
        forms = [.. values.Where(value => value.Length >= ShortestValue).SelectMany(Forms).Where(form => form.Length >= ShortestValue)
            .Distinct(StringComparer.Ordinal).OrderByDescending(form => form.Length)];
        search = forms.Length == 0 ? null : SearchValues.Create(forms, StringComparison.Ordinal);
    }

    /// <summary>Every form that is masked, longest first, for whoever masks a stream of bytes.</summary>
    public IReadOnlyList<string> AllForms => forms;

    /// <summary>How many characters the longest form has; who redacts a stream by pieces must overlap them by that.</summary>
    public int LongestForm => forms.Length == 0 ? 0 : forms[0].Length;

    public string Redact(string text)
    {
        if (search is null)
        {
            return text;
        }

        var next = text.AsSpan().IndexOfAny(search);
        if (next < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (next >= 0)
        {
            result.Append(rest[..next]).Append(Mask);
            rest = rest[(next + LengthAt(rest[next..]))..];
            next = rest.IndexOfAny(search);
        }

        return result.Append(rest).ToString();
    }

    private int LengthAt(ReadOnlySpan<char> text)
    {
        foreach (var form in forms)
        {
            if (text.StartsWith(form, StringComparison.Ordinal))
            {
                return form.Length;
            }
        }

        return 1;
    }

    private static IEnumerable<string> Forms(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        var percent = Uri.EscapeDataString(value);
        var form = WebUtility.UrlEncode(value);

        // A server that decodes its path before it speaks of it leaves %2F alone, or there would be another segment.
        var path = value.Replace("/", "%2F", StringComparison.Ordinal);
        string[] text =
        [
            value, path, JsonEncodedText.Encode(path).ToString(), JsonEncodedText.Encode(path, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
            percent, LowerEscapes(percent), form, LowerEscapes(form), WebUtility.HtmlEncode(value), XmlEscaped(value),
            JsonEncodedText.Encode(value).ToString(), JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
            value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("/", "\\/", StringComparison.Ordinal),
            Convert.ToHexString(bytes), Convert.ToHexStringLower(bytes),
        ];
        return text.Concat(Enumerable.Range(0, 3).SelectMany(offset => Base64Forms(bytes, offset)));
    }

    private static string XmlEscaped(string value) => value
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    private static string LowerEscapes(string escaped)
    {
        var chars = escaped.ToCharArray();
        for (var i = 0; i + 2 < chars.Length; i++)
        {
            if (chars[i] == '%')
            {
                (chars[i + 1], chars[i + 2]) = (char.ToLowerInvariant(chars[i + 1]), char.ToLowerInvariant(chars[i + 2]));
            }
        }

        return new string(chars);
    }

    /// <summary>
    /// Of the value standing at <paramref name="offset"/> modulo 3 in longer bytes, as in Basic's user:password, only the
    /// characters that depend on the value alone; at offset 0 the first of them begin the value's own base64 too.
    /// </summary>
    private static IEnumerable<string> Base64Forms(byte[] bytes, int offset)
    {
        var whole = Convert.ToBase64String([.. new byte[offset], .. bytes]);
        var first = offset == 0 ? 0 : offset + 1;
        var end = (offset + bytes.Length) * 8 / 6;
        var middle = whole[first..end];
        string[] standard = offset == 0 ? [whole, whole.TrimEnd('='), middle] : [middle];
        return standard.SelectMany(form => (string[])[form, form.Replace('+', '-').Replace('/', '_'), form.Replace("+", "%2B", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal).Replace("=", "%3D", StringComparison.Ordinal)]);
    }
}
