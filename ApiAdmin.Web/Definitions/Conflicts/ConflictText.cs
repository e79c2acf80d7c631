using System.Text.Json.Nodes;
using ApiAdmin.Core.Definitions;
using Microsoft.Extensions.Localization;

namespace ApiAdmin.Web.Definitions.Conflicts;

/// <summary>One line of a side: what it is about, where it is one of several things, and what stands there.</summary>
public sealed record ConflictLine(string? Label, string Text);

/// <summary>What a side has at a place, in words; of a row only what differs from the other side.</summary>
public sealed class ConflictText(IStringLocalizer<ApiTexts> texts)
{
    public IReadOnlyList<ConflictLine> Of(ConflictPlace place, JsonNode? value, JsonNode? other) => value switch
    {
        null when place.Row is not null => [new(null, texts["Conflict.Absent"])],
        JsonObject row => [.. Members(row, other as JsonObject, "")],
        JsonArray list when place.Part is not null => [new(null, list.Count == 0 ? texts["Conflict.Nothing"] : string.Join(place.IsOrder ? ", " : "\n", list.Select(Plain)))],
        _ => [new(null, Plain(value))],
    };

    private IEnumerable<ConflictLine> Members(JsonObject row, JsonObject? other, string prefix)
    {
        foreach (var (name, value) in row)
        {
            if (JsonNode.DeepEquals(value, other?[name]))
            {
                continue;
            }

            if (value is JsonObject inner)
            {
                foreach (var line in Members(inner, other?[name] as JsonObject, $"{prefix}{name}."))
                {
                    yield return line;
                }
            }
            else if (other is not null || Plain(value).Length > 0)
            {
                yield return new ConflictLine(Label(prefix + name), Shown(value));
            }
        }
    }

    private string Label(string member) => texts[$"Member.{member}"] is { ResourceNotFound: false } text ? text : member;

    private string Shown(JsonNode? value) => Plain(value) is { Length: > 0 } text ? text : texts["Conflict.Nothing"];

    private string Plain(JsonNode? value) => value switch
    {
        null => "",
        JsonValue leaf when leaf.TryGetValue(out bool flag) => texts[flag ? "Conflict.Yes" : "Conflict.No"],
        JsonObject rule when rule.ContainsKey("op") => $"{Plain(rule["path"])} {texts[$"Op.{Capital(Plain(rule["op"]))}"]} {Plain(rule["value"])}".TrimEnd(),
        JsonValue leaf => RawJson.Parse(leaf.ToJsonString(DefinitionJson.Options)).ToPlainText(),
        JsonArray list => string.Join(", ", list.Select(Plain)),
        _ => value.ToJsonString(DefinitionJson.Options),
    };

    private static string Capital(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
}
