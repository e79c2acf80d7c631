namespace ApiAdmin.Core;

/// <summary>One page of a list. <see cref="Total"/> is counted to <see cref="CountedTo"/> at most; that number means "more".</summary>
public sealed record PagedList<T>(IReadOnlyList<T> Items, int Page, int PageSize, int Total)
{
    public const int CountedTo = 1_001;
    public const int LargestPage = 100;
}
