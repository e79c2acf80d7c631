using System.Collections.Frozen;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Customers;

/// <summary>The lists that customers refer to by id, as they stood when it was read: fields, tags and VIP levels in their orders.</summary>
public sealed record CustomerCatalog
{
    public CustomerCatalog(IEnumerable<CustomerField> fields, IEnumerable<CustomerTag> tags, IEnumerable<VipLevel> levels)
    {
        Fields = fields.ToValueList();
        Tags = tags.ToValueList();
        Levels = levels.ToValueList();
        FieldsById = Fields.ToFrozenDictionary(field => field.Id, StringComparer.Ordinal);
        TagsById = Tags.ToFrozenDictionary(tag => tag.Id, StringComparer.Ordinal);
        LevelsById = Levels.ToFrozenDictionary(level => level.Id, StringComparer.Ordinal);
    }

    public static CustomerCatalog Empty { get; } = new([], [], []);

    public ValueList<CustomerField> Fields { get; }

    public ValueList<CustomerTag> Tags { get; }

    public ValueList<VipLevel> Levels { get; }

    public FrozenDictionary<string, CustomerField> FieldsById { get; }

    public FrozenDictionary<string, CustomerTag> TagsById { get; }

    public FrozenDictionary<string, VipLevel> LevelsById { get; }
}
