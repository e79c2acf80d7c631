using System.Text.Json;
using System.Text.Json.Nodes;
using ApiAdmin.Core;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Web.Definitions.Conflicts;

public enum Side { Mine, Theirs }

/// <summary>One member of the definition on which the two editors differ.</summary>
/// <param name="Name">The member's name: <c>url</c>, <c>parameters</c> …</param>
/// <param name="BothChanged">Each changed it from what both had opened: only a person can say which one stays.</param>
public sealed record ConflictField(string Name, JsonNode? Base, JsonNode? Mine, JsonNode? Theirs, bool BothChanged, Side Proposed);

/// <summary>What the person decided: the definition to go on with, and whether to save it at once.</summary>
public sealed record ConflictChoice(ApiDefinition Definition, bool Save);

/// <summary>
/// Somebody saved in between. Works on the portable JSON, member by member, so that no member can be forgotten: not
/// one that a later version of the definition adds either.
/// </summary>
public sealed class Conflict(StaleException stale, ApiDefinition opened, StoredApi theirs, ApiDefinition mine)
{
    public string ChangedBy => stale.ChangedBy;

    public DateTimeOffset ChangedAt => stale.ChangedAt;

    public StoredApi Theirs => theirs;

    public ApiDefinition Mine => mine;

    public IReadOnlyList<ConflictField> Fields { get; } = Compare(ToJson(opened), ToJson(mine), ToJson(theirs.Definition));

    /// <summary>Theirs, with the members of ours that were chosen.</summary>
    public ApiDefinition Merge(IReadOnlyDictionary<string, Side> choices)
    {
        var merged = ToJson(theirs.Definition);
        foreach (var field in Fields.Where(f => choices.GetValueOrDefault(f.Name, f.Proposed) == Side.Mine))
        {
            merged[field.Name] = field.Mine?.DeepClone();
        }

        return merged.Deserialize<ApiDefinition>(DefinitionJson.Options)!;
    }

    private static JsonObject ToJson(ApiDefinition definition) =>
        JsonSerializer.SerializeToNode(definition, DefinitionJson.Options)!.AsObject();

    private static List<ConflictField> Compare(JsonObject opened, JsonObject mine, JsonObject theirs)
    {
        var fields = new List<ConflictField>();
        foreach (var name in mine.Select(m => m.Key).Union(theirs.Select(t => t.Key), StringComparer.Ordinal))
        {
            var (before, my, their) = (opened[name], mine[name], theirs[name]);
            if (Same(my, their))
            {
                continue;
            }

            var (iChanged, theyChanged) = (!Same(before, my), !Same(before, their));
            fields.Add(new ConflictField(name, before, my, their, iChanged && theyChanged, iChanged ? Side.Mine : Side.Theirs));
        }

        return fields;
    }

    private static bool Same(JsonNode? a, JsonNode? b) =>
        string.Equals(a?.ToJsonString(DefinitionJson.Options), b?.ToJsonString(DefinitionJson.Options), StringComparison.Ordinal);
}
