using System.Text.Json.Serialization;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Customers;

public enum CustomerFieldType { SingleLine, MultiLine, Date, Time, Number, DropDown, Checkbox, Radio, Cascade }

/// <param name="Parent">In a cascade the id of the option above; null at its top.</param>
public sealed record FieldOption(string Id, string Name, string? Parent = null);

/// <summary>A field the administrators of this installation added to every customer.</summary>
public sealed record CustomerField
{
    /// <summary><c>cf_</c> and a number; empty on creation lets the program choose.</summary>
    public string Id { get; init; } = "";

    public required string Title { get; init; }

    public CustomerFieldType Type { get; init; }

    /// <summary>No customer can be saved without a value, unless the field is disabled.</summary>
    public bool Required { get; init; }

    /// <summary>A disabled field is shown and asked nowhere; what customers have in it is kept.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Fields stand in this order, then by number.</summary>
    public int Order { get; init; }

    /// <summary>Of a choice; an option without an id gets one on saving.</summary>
    public ValueList<FieldOption> Options { get; init; } = [];

    [JsonIgnore]
    public bool IsChoice => Type is CustomerFieldType.DropDown or CustomerFieldType.Checkbox or CustomerFieldType.Radio or CustomerFieldType.Cascade;
}

/// <param name="Tag">The version token that a change names.</param>
public sealed record StoredField(CustomerField Field, string Tag, string UpdatedBy, DateTimeOffset UpdatedAt);
