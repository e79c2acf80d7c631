using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Customers;

/// <summary>What to list: customers found by a text, or all, narrowed by filters; the last updated first.</summary>
public sealed record CustomerSearch
{
    public const int LargestPage = 50;
    public const int MostPages = 200;

    /// <summary>Null or blank lists all.</summary>
    public string? Text { get; init; }

    public CustomerFilter Filter { get; init; } = CustomerFilter.None;

    /// <summary>Of the page before, to go on after it.</summary>
    public string? Cursor { get; init; }

    public int PageSize { get; init; } = LargestPage;

    /// <summary>The number of the page that a cursor leads to; of none, and of what is no cursor, the first.</summary>
    public static int PageOf(string? cursor) => (SearchCursor.Read(cursor) ?? SearchCursor.Start).Page + 1;
}

/// <summary>Narrows a list; null members narrow nothing.</summary>
public sealed record CustomerFilter
{
    public static CustomerFilter None { get; } = new();

    /// <summary>False: all who are no VIP, also those of whom nobody ever said.</summary>
    public bool? Vip { get; init; }

    public string? VipLevel { get; init; }

    public bool? Blacklisted { get; init; }

    /// <summary>The id of a tag.</summary>
    public string? Tag { get; init; }

    public string? Owner { get; init; }

    public string? Source { get; init; }

    /// <summary>The id of a customer field, together with <see cref="FieldValue"/>.</summary>
    public string? Field { get; init; }

    /// <summary>The id of an option, or a text, without regard to case and accents.</summary>
    public string? FieldValue { get; init; }

    public bool IsNone => this == None;
}

/// <param name="Next">The cursor of the page after this one; null at the end, and after page 200.</param>
/// <param name="Total">Counted to 1,001, which means more; null on later pages, where nobody counts again.</param>
/// <param name="IsRanked">False when there are so many hits that they come in the order of the index.</param>
/// <param name="NarrowIt">More could follow, but pages end here: the search should say more.</param>
public sealed record CustomerPage(ValueList<StoredCustomer> Items, string? Next, int? Total, bool IsRanked, bool NarrowIt);
