namespace ApiAdmin.Core.Data;

/// <summary>What a row of the identifiers table is. The numbers are stored; accounts stand together, so that one range holds them all.</summary>
public enum IdentifierKind : short
{
    Phone = 1,
    Email = 2,
    VisitorId = 3,

    /// <summary>10 + the number of the account's kind.</summary>
    FirstAccount = 10,
    LastAccount = 29,

    /// <summary>Names, normalised: for hits by the beginning. They are no identifiers to anybody but the search.</summary>
    Nick = 30,
    RealName = 31,
    Enterprise = 32,
}

/// <summary>Something a customer is found by: one phone number, e-mail, third-party account or visitor id.</summary>
public sealed class IdentifierRow
{
    public required long CustomerId { get; init; }

    public required IdentifierKind Kind { get; init; }

    /// <summary>0, 1, 2 … in the order of entry within the kind.</summary>
    public required int Position { get; init; }

    /// <summary>What look-ups compare: a phone's digits with country code, an e-mail in lower case, else the text.</summary>
    public required string Value { get; init; }

    /// <summary>What people see.</summary>
    public required string Shown { get; init; }
}
