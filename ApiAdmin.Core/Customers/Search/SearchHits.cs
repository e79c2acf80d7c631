using System.Runtime.InteropServices;

namespace ApiAdmin.Core.Customers;

/// <param name="Tier">0 equal, 1 begins so, 2 holds it.</param>
/// <param name="At">When it was last updated, in microseconds; the id where hits come in the order of the index.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SearchHit(long Id, int Tier, long At) : IComparable<SearchHit>
{
    /// <summary>The last tier.</summary>
    public const int Inside = 2;

    /// <summary>By tier, then the last updated first, then the lowest id.</summary>
    public int CompareTo(SearchHit other) =>
        Tier != other.Tier ? Tier.CompareTo(other.Tier) : At != other.At ? other.At.CompareTo(At) : Id.CompareTo(other.Id);
}

internal sealed record SearchHits(IReadOnlyList<SearchHit> Page, bool More, int? Total, bool IsRanked);
