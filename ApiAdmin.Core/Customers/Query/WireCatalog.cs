using System.Collections.Frozen;
using System.Text.Json;

namespace ApiAdmin.Core.Customers.Query;

/// <summary>The names that an answer takes from the lists, ready to be written.</summary>
internal sealed class WireCatalog
{
    public WireCatalog(CustomerCatalog catalog)
    {
        Catalog = catalog;
        Levels = catalog.Levels.ToFrozenDictionary(level => level.Id, level => JsonEncodedText.Encode(level.Name, WireJson.Encoder), StringComparer.Ordinal);
        Fields = catalog.Fields.Where(field => field.Enabled).ToFrozenDictionary(field => field.Id, field => new WireField(field), StringComparer.Ordinal);
    }

    public CustomerCatalog Catalog { get; }

    public FrozenDictionary<string, JsonEncodedText> Levels { get; }

    public FrozenDictionary<string, WireField> Fields { get; }

    /// <summary>Ids joined by commas, and <c>"Group": "Tag 1", "Tag 2"</c> a group; null when no tag of them exists any more.</summary>
    public (string Ids, string Names)? Tags(string stored)
    {
        var tags = stored.Split(',').Select(id => Catalog.TagsById.GetValueOrDefault(id)).OfType<CustomerTag>().ToList();
        return tags.Count == 0
            ? null
            : (string.Join(',', tags.Select(tag => tag.Id)), string.Join("; ", tags.GroupBy(tag => tag.Group).Select(Group)));
    }

    private static string Group(IGrouping<string, CustomerTag> group) =>
        $"{Quote(group.Key)}: {string.Join(", ", group.Select(tag => Quote(tag.Name)))}";

    private static string Quote(string name) => $"\"{name.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}

/// <summary>One field of this installation: its member's name and, of a choice, the names of its options.</summary>
internal sealed class WireField(CustomerField field)
{
    private readonly FrozenDictionary<string, string>? options = field.IsChoice
        ? field.Options.ToFrozenDictionary(option => option.Id, option => FieldTexts.OptionName(field, option.Id), StringComparer.Ordinal)
        : null;

    public JsonEncodedText Name { get; } = JsonEncodedText.Encode(field.Id);

    public bool IsChoice => options is not null;

    /// <returns>Null for an option that is gone.</returns>
    public string? Option(string id) => options!.GetValueOrDefault(id);
}
