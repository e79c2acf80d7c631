using ApiAdmin.Core.Data;

namespace ApiAdmin.Core.Customers.Query;

/// <summary>One thing to look up: what was given, and the kinds of identifiers it may be.</summary>
internal readonly record struct LookupKey(string Given, IdentifierKind From, IdentifierKind To)
{
    /// <summary>A phone's value as it most likely is; reading a number in full takes longer than a second seek. Null when there is none.</summary>
    public string? Guess(PhoneReader phones) => From == IdentifierKind.Phone ? phones.Guess(Given) : null;

    /// <summary>Empty when it can be nobody's.</summary>
    public string Value(PhoneReader phones) => Given.Contains('\0', StringComparison.Ordinal) ? "" : From switch
    {
        IdentifierKind.Phone => phones.Lookup(Given),
        IdentifierKind.Email => Identifiers.Email(Given),
        _ => Identifiers.Exact(Given),
    };
}

internal static class LookupKeys
{
    public static LookupKey? Tel(in CustomerQuery query) => Of(query.Tel, IdentifierKind.Phone, IdentifierKind.Phone);

    public static LookupKey? Email(in CustomerQuery query) => Of(query.Email, IdentifierKind.Email, IdentifierKind.Email);

    public static LookupKey? Account(in CustomerQuery query) => Of(query.ThirdAccountId, IdentifierKind.FirstAccount, IdentifierKind.LastAccount);

    private static LookupKey? Of(string? given, IdentifierKind from, IdentifierKind to) =>
        string.IsNullOrWhiteSpace(given) ? null : new LookupKey(given, from, to);
}
