using System.Runtime.InteropServices;

namespace ApiAdmin.Core.Customers.Query;

/// <summary>A customer that fits, with what decides between several.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LookupHit(long Id, long UpdatedAt)
{
    /// <summary>The last updated, then the lowest id.</summary>
    public static LookupHit Best(List<LookupHit> hits)
    {
        var best = hits[0];
        foreach (var hit in hits)
        {
            if (hit.UpdatedAt > best.UpdatedAt || (hit.UpdatedAt == best.UpdatedAt && hit.Id < best.Id))
            {
                best = hit;
            }
        }

        return best;
    }
}
