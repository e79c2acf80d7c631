using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ApiAdmin.Tests.Support;

/// <summary>Values that are looked for wherever something leaves or stays, in the usual encodings.</summary>
internal static class Canaries
{
    /// <summary>Has every kind of character that an encoding changes.</summary>
    public static string Of(string name) => $"kAnari-{name}/+&<\"ü\" 4711";

    /// <summary>No form of a canary, nor its beginning.</summary>
    public static void AssertClean(string where, string text, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            foreach (var form in Forms(Of(name)).Append($"kAnari-{name}"))
            {
                var at = text.IndexOf(form, StringComparison.Ordinal);
                Assert.True(at < 0, $"{where} holds {form}: …{(at < 0 ? "" : text[Math.Max(0, at - 80)..Math.Min(text.Length, at + form.Length + 20)])}…");
            }
        }
    }

    private static IEnumerable<string> Forms(string canary)
    {
        var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(canary));
        string[] forms =
        [
            canary, Uri.EscapeDataString(canary), Uri.EscapeDataString(canary).Replace("%20", "+", StringComparison.Ordinal), base64,
            JsonEncodedText.Encode(canary).Value, JsonEncodedText.Encode(canary, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value,
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"agent:{canary}")),
        ];

        // Files and frames are read as Latin-1, so that bytes that are no text can be searched too.
        return forms.Concat(forms.Select(form => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(form)))).Distinct();
    }
}
