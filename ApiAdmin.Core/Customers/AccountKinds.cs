using System.Collections.Frozen;

namespace ApiAdmin.Core.Customers;

/// <summary>The kinds of accounts by their names on the wire.</summary>
public static class AccountKinds
{
    private static readonly FrozenDictionary<string, AccountKind> ByName =
        Enum.GetValues<AccountKind>().ToFrozenDictionary(Name, StringComparer.Ordinal);

    public static IReadOnlyList<AccountKind> All { get; } = Enum.GetValues<AccountKind>();

    /// <summary>As <c>wxUnionId</c>.</summary>
    public static string Name(AccountKind kind)
    {
        var name = kind.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    public static AccountKind? Parse(string name) => ByName.TryGetValue(name, out var kind) ? kind : null;
}
