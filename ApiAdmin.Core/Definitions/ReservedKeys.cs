namespace ApiAdmin.Core.Definitions;

/// <summary>Keys that no API may have: of addresses of pages, and of what is built in.</summary>
public static class ReservedKeys
{
    public const string New = "new";

    public const string CustomerQuery = "customer-query";

    public static IReadOnlyList<string> All { get; } = [New, CustomerQuery];
}
