using System.Text.Json;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Web.Customers;

/// <summary>A customer as REST carries it, in and out.</summary>
public sealed record CustomerBody
{
    /// <summary>Decimal digits; on creation an id of one's own, or left out.</summary>
    public string? Id { get; init; }

    public required string Nick { get; init; }

    public string? RealName { get; init; }

    public Sex? Sex { get; init; }

    /// <summary>The primary one first; numbers that can be parsed come back as <c>+8613800138000</c>.</summary>
    public ValueList<string> Phones { get; init; } = [];

    public ValueList<string> Emails { get; init; } = [];

    public ValueList<AccountBody> Accounts { get; init; } = [];

    public ValueList<string> VisitorIds { get; init; } = [];

    public string? Country { get; init; }

    public string? Province { get; init; }

    public string? City { get; init; }

    public string? Remark { get; init; }

    /// <summary>Null when nobody ever said so or otherwise.</summary>
    public bool? Vip { get; init; }

    /// <summary>The id of a VIP level.</summary>
    public string? VipLevel { get; init; }

    public bool Blacklisted { get; init; }

    public string? BlacklistReason { get; init; }

    public string? Enterprise { get; init; }

    /// <summary>Source channel.</summary>
    public string? Source { get; init; }

    /// <summary>The agent who looks after the customer.</summary>
    public string? Owner { get; init; }

    /// <summary>Ids of tags.</summary>
    public ValueList<string> Tags { get; init; } = [];

    /// <summary>By field id; option ids for choices (a list of them for a checkbox), else text.</summary>
    public ValueMap<JsonElement> Fields { get; init; } = ValueMap<JsonElement>.Empty;

    /// <summary>Only in answers.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Only in answers.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Never the values: records print themselves into logs otherwise.</summary>
    public override string ToString() => "a customer";
}

public sealed record AccountBody
{
    public required AccountKind Kind { get; init; }

    public required string Value { get; init; }

    public override string ToString() => $"{Kind} account";
}

/// <summary>One page of customers; <see cref="Next"/> is the cursor of the one after it.</summary>
public sealed record CustomerListAnswer(IReadOnlyList<CustomerBody> Items, string? Next);
