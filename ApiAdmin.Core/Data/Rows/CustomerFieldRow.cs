using ApiAdmin.Core.Customers;

namespace ApiAdmin.Core.Data;

/// <summary>The definition of one customer field.</summary>
public sealed class CustomerFieldRow
{
    /// <summary>The number in <c>cf_10021</c>.</summary>
    public required long Number { get; init; }

    public required string Title { get; set; }

    public required CustomerFieldType Type { get; set; }

    public bool Required { get; set; }

    public bool Enabled { get; set; }

    public int Order { get; set; }

    /// <summary>A JSON array of the options.</summary>
    public required string OptionsJson { get; set; }

    public required Guid Version { get; set; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public required string UpdatedBy { get; set; }
}
