using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ApiAdmin.Core.Invocation.Redaction;

/// <summary>The forms in which another system may send a value back: as it is, escaped for a URL, JSON or markup, in base64, in hex.</summary>
internal static class SecretForms
{
    /// <summary>Shorter values stand in every other text by chance; masking them would only garble the report.</summary>
    public const int Shortest = 4;

    /// <summary>Longest first, so that a form within another does not leave the rest of it standing.</summary>
    public static string[] Of(IEnumerable<string> values) =>
        [.. values.Where(v => v.Length >= Shortest).SelectMany(Forms).Where(f => f.Length >= Shortest)
            .Distinct(StringComparer.Ordinal).OrderByDescending(f => f.Length)];

    private static IEnumerable<string> Forms(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        var escaped = Uri.EscapeDataString(value);
        yield return value;
        yield return escaped;
        yield return escaped.Replace("%20", "+", StringComparison.Ordinal);
        yield return System.Text.RegularExpressions.Regex.Replace(
            escaped, "%[0-9A-F]{2}", m => m.Value.ToLowerInvariant(), System.Text.RegularExpressions.RegexOptions.NonBacktracking);
        yield return JsonEncodedText.Encode(value).Value;
        yield return JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value;
        yield return System.Net.WebUtility.HtmlEncode(value);
        yield return Convert.ToHexString(bytes);
        yield return Convert.ToHexStringLower(bytes);
        foreach (var base64 in Base64(bytes))
        {
            yield return base64;
        }
    }

    /// <summary>
    /// The whole value in base64, and what it looks like inside a longer base64 text, which depends on where in a group
    /// of three it begins: only the characters that the value alone decides are kept.
    /// </summary>
    private static IEnumerable<string> Base64(byte[] bytes)
    {
        yield return Convert.ToBase64String(bytes);
        for (var offset = 0; offset < 3; offset++)
        {
            byte[] shifted = [.. new byte[offset], .. bytes];
            var text = Convert.ToBase64String(shifted);
            var first = (offset * 8 + 5) / 6;
            var decided = shifted.Length * 8 / 6;
            if (decided - first >= 8)
            {
                yield return text[first..decided];
                yield return text[first..decided].Replace('+', '-').Replace('/', '_');
            }
        }
    }
}
