using System.Text.Json;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Web.Definitions.Bulk;

/// <summary>
/// A JSON object, each member a row of its type, or an array of objects with <c>name</c> (or <c>key</c>) and
/// <c>value</c>, as other tools export their rows.
/// </summary>
public static class JsonRows
{
    /// <summary>Null when the text is something else.</summary>
    public static IReadOnlyList<TextRow>? Read(string text)
    {
        if (text.AsSpan().TrimStart(" \t\r\n\uFEFF") is not ['{' or '[', ..])
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text.TrimStart('\uFEFF'));
            return document.RootElement.ValueKind == JsonValueKind.Object ? OfObject(document.RootElement) : OfArray(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Malformed, or a string that holds half of a surrogate pair.
            return null;
        }
    }

    private static List<TextRow> OfObject(JsonElement members) => [.. members.EnumerateObject().Select(member => Row(member.Name, member.Value))];

    private static List<TextRow>? OfArray(JsonElement items)
    {
        var rows = new List<TextRow>();
        foreach (var item in items.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object || (Text(item, "name") ?? Text(item, "key")) is not { } name)
            {
                return null;
            }

            rows.Add((item.TryGetProperty("value", out var value) ? Row(name, value) : new TextRow(name, "")) with
            {
                Description = Text(item, "description"), Enabled = !Is(item, "disabled", JsonValueKind.True) && !Is(item, "enabled", JsonValueKind.False),
            });
        }

        return rows.Count > 0 ? rows : null;
    }

    private static string? Text(JsonElement item, string member) =>
        item.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool Is(JsonElement item, string member, JsonValueKind kind) => item.TryGetProperty(member, out var value) && value.ValueKind == kind;

    private static TextRow Row(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new TextRow(name, value.GetString()!),
        JsonValueKind.Null => new TextRow(name, ""),
        JsonValueKind.Object => new TextRow(name, value.GetRawText()) { Type = ParamType.Object },
        JsonValueKind.Array => new TextRow(name, value.GetRawText()) { Type = ParamType.Array },
        JsonValueKind.Number => new TextRow(name, value.GetRawText()) { Type = NumberType(value.GetRawText()) },
        _ => new TextRow(name, value.GetRawText()) { Type = ParamType.Boolean },
    };

    private static ParamType NumberType(string number) => number.AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? ParamType.Integer : ParamType.Number;
}
