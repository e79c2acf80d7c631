using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction.JsonPath;

namespace ApiAdmin.Core.Extraction.Conversions;

/// <summary>An array as one text: what texts say, of anything else its JSON; null leaves nothing.</summary>
internal static class JoinedText
{
    public static string Of(string array, string separator)
    {
        using var document = JsonDocument.Parse(array);
        return string.Join(separator, document.RootElement.EnumerateArray().Select(Item).OfType<string>());
    }

    private static string? Item(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => ElementText.Of(item) ?? "\ufffd",
        _ => item.GetRawText(),
    };
}
