using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Customers;

/// <summary>
/// All that people and programs write about one customer. Ids of tags, levels, fields and options are those of
/// <see cref="CustomerCatalog"/>; texts are kept as typed, phone numbers that can be parsed as <c>+8613800138000</c>.
/// </summary>
public sealed record Customer
{
    public required string Nick { get; init; }

    public string? RealName { get; init; }

    public Sex? Sex { get; init; }

    /// <summary>The primary one first.</summary>
    public ValueList<string> Phones { get; init; } = [];

    /// <summary>The primary one first.</summary>
    public ValueList<string> Emails { get; init; } = [];

    public ValueList<CustomerAccount> Accounts { get; init; } = [];

    public ValueList<string> VisitorIds { get; init; } = [];

    public string? Country { get; init; }

    public string? Province { get; init; }

    public string? City { get; init; }

    public string? Remark { get; init; }

    /// <summary>Null when nobody ever said so or otherwise.</summary>
    public bool? Vip { get; init; }

    public string? VipLevel { get; init; }

    public bool Blacklisted { get; init; }

    public string? BlacklistReason { get; init; }

    public string? Enterprise { get; init; }

    /// <summary>Source channel.</summary>
    public string? Source { get; init; }

    /// <summary>The agent who looks after the customer.</summary>
    public string? Owner { get; init; }

    public ValueList<string> Tags { get; init; } = [];

    /// <summary>
    /// By field id; of a choice the ids of the options (several only of a checkbox, the chosen leaf of a cascade), else the text alone.
    /// A field without a value is not in it.
    /// </summary>
    public ValueMap<ValueList<string>> Fields { get; init; } = ValueMap<ValueList<string>>.Empty;

    /// <summary>Never the values: records print themselves into logs otherwise.</summary>
    public override string ToString() => "a customer";
}
