using System.Text.Json.Nodes;
using ApiAdmin.Core;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Web.Definitions.Conflicts;

/// <summary>What the person decided: the definition to go on with, and whether to save it at once.</summary>
public sealed record ConflictChoice(ApiDefinition Definition, bool Save);

/// <summary>Somebody saved in between: where the two differ, place by place, and what comes of choosing.</summary>
public sealed class Conflict
{
    private readonly StaleException stale;
    private readonly DefinitionParts opened;
    private readonly DefinitionParts my;
    private readonly DefinitionParts their;

    public Conflict(StaleException stale, ApiDefinition opened, StoredApi theirs, ApiDefinition mine)
    {
        this.stale = stale;
        (Theirs, Mine) = (theirs, mine);
        (this.opened, my, their) = (new DefinitionParts(opened), new DefinitionParts(mine), new DefinitionParts(theirs.Definition));
        var places = my.Places.Union(their.Places).ToList();
        Fields = [.. places.Select(Compare).OfType<ConflictField>(), .. places.Where(p => p.Row is not null).Select(p => p.Member).Distinct().Select(CompareOrder).OfType<ConflictField>()];
    }

    public string ChangedBy => stale.ChangedBy;

    public DateTimeOffset ChangedAt => stale.ChangedAt;

    public StoredApi Theirs { get; }

    public ApiDefinition Mine { get; }

    public IReadOnlyList<ConflictField> Fields { get; }

    /// <summary>Theirs, with the places of ours that were chosen.</summary>
    public ApiDefinition Merge(IReadOnlyDictionary<ConflictPlace, Side> choices)
    {
        var merged = new DefinitionParts(Theirs.Definition);
        foreach (var field in Fields.Where(f => !f.Place.IsOrder && SideOf(f, choices) == Side.Mine))
        {
            merged.Set(field.Place, field.Mine);
        }

        foreach (var member in merged.Places.Where(p => p.Row is not null).Select(p => p.Member).Distinct().ToList())
        {
            var byMine = Fields.Any(f => f.Place.IsOrder && f.Place.Member == member && SideOf(f, choices) == Side.Mine);
            merged.Arrange(byMine ? Woven(my.Rows(member), their.Rows(member)) : Woven(their.Rows(member), my.Rows(member)));
        }

        return merged.ToDefinition();
    }

    private static Side SideOf(ConflictField field, IReadOnlyDictionary<ConflictPlace, Side> choices) => choices.GetValueOrDefault(field.Place, field.Proposed);

    /// <summary>The first order, and each row that only the second has behind the row it follows there.</summary>
    private static List<ConflictPlace> Woven(IReadOnlyList<ConflictPlace> first, IReadOnlyList<ConflictPlace> second)
    {
        var woven = new List<ConflictPlace>(first);
        var before = -1;
        foreach (var row in second)
        {
            if (woven.IndexOf(row) is var at and >= 0)
            {
                before = at;
            }
            else
            {
                woven.Insert(++before, row);
            }
        }

        return woven;
    }

    private ConflictField? Compare(ConflictPlace place)
    {
        var (before, mine, theirs) = (opened[place], my[place], their[place]);
        return JsonNode.DeepEquals(mine, theirs)
            ? null
            : Field(place, mine, theirs, iChanged: !JsonNode.DeepEquals(before, mine), theyChanged: !JsonNode.DeepEquals(before, theirs));
    }

    /// <summary>Only rows that both have can stand in another order.</summary>
    private ConflictField? CompareOrder(string member)
    {
        var (mine, theirs) = (my.Rows(member).Intersect(their.Rows(member)).ToList(), their.Rows(member).Intersect(my.Rows(member)).ToList());
        if (mine.SequenceEqual(theirs))
        {
            return null;
        }

        var before = opened.Rows(member).Intersect(mine).ToList();
        return Field(new ConflictPlace(member, ConflictPlace.Order), Names(mine), Names(theirs), Moved(mine), Moved(theirs));

        bool Moved(List<ConflictPlace> rows) => !rows.Intersect(before).SequenceEqual(before);
    }

    private static ConflictField Field(ConflictPlace place, JsonNode? mine, JsonNode? theirs, bool iChanged, bool theyChanged) =>
        new(place, mine, theirs, iChanged && theyChanged, iChanged ? Side.Mine : Side.Theirs);

    private static JsonArray Names(IEnumerable<ConflictPlace> rows) => [.. rows.Select(row => JsonValue.Create(row.Row))];
}
