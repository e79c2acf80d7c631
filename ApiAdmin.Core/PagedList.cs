namespace ApiAdmin.Core;

/// <summary>One page of a list. <see cref="Total"/> is counted to <see cref="CountedTo"/> at most; that number means "more".</summary>
public sealed record PagedList<T>(IReadOnlyList<T> Items, int Page, int PageSize, int Total)
{
    public const int CountedTo = 1_001;
    public const int LargestPage = 100;
}

public static class Paging
{
    /// <summary>One page of what is sorted already; a page beyond the end is empty.</summary>
    public static PagedList<T> ToPage<T>(this IEnumerable<T> sorted, int page, int pageSize, int total)
    {
        var (at, size) = (Math.Clamp(page, 1, 1_000_000), Math.Clamp(pageSize, 1, PagedList<T>.LargestPage));
        return new PagedList<T>([.. sorted.Skip((at - 1) * size).Take(size)], at, size, Math.Min(total, PagedList<T>.CountedTo));
    }
}
