using System.Text.Json.Nodes;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Web.Definitions.Conflicts;

/// <summary>A member's value in few words: plain text, or of a grid the rows that differ from the other side.</summary>
public static class ConflictText
{
    public static string Of(JsonNode? value, JsonNode? other) => value switch
    {
        null => "–",
        JsonValue => RawJson.Parse(value.ToJsonString(DefinitionJson.Options)).ToPlainText() is { Length: > 0 } text ? text : "–",
        JsonArray rows => Rows(rows, other as JsonArray),
        _ => Members(value.AsObject(), other as JsonObject),
    };

    private static string Rows(JsonArray rows, JsonArray? others)
    {
        var same = (others ?? []).Select(Text).ToHashSet(StringComparer.Ordinal);
        var differing = rows.Select(Text).Where(row => !same.Contains(row)).ToList();
        return differing.Count == 0 ? $"{rows.Count} ✓" : string.Join('\n', differing);
    }

    private static string Members(JsonObject value, JsonObject? other) => string.Join('\n', value
        .Where(m => Text(m.Value) != Text(other?[m.Key]))
        .Select(m => $"{m.Key}: {Text(m.Value)}"));

    private static string Text(JsonNode? node) => node?.ToJsonString(DefinitionJson.Options) ?? "–";
}
