using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers;

/// <summary>The list without a text: by last update, read in the order of its index.</summary>
internal static class SearchAll
{
    public static async Task<SearchHits> RunAsync(
        AppDbContext db, CustomerFilter filter, SearchCursor cursor, int size, CancellationToken cancellationToken)
    {
        var rows = SearchFilter.Apply(db, db.Customers.AsNoTracking(), filter);
        var (at, id) = (Micros.ToTime(cursor.At), cursor.Id);
        var after = cursor.Page == 0 ? rows : rows.Where(row => row.UpdatedAt < at || (row.UpdatedAt == at && row.Id < id));
        var found = await after.OrderByDescending(row => row.UpdatedAt).ThenByDescending(row => row.Id).Take(size + 1)
            .Select(row => new { row.Id, row.UpdatedAt }).ToListAsync(cancellationToken);
        int? total = cursor.Page > 0 ? null : await rows.OrderByDescending(row => row.UpdatedAt).Take(PagedList<SearchHit>.CountedTo).CountAsync(cancellationToken);
        return new SearchHits([.. found.Take(size).Select(row => new SearchHit(row.Id, SearchHit.Inside, Micros.Of(row.UpdatedAt)))], found.Count > size, total, IsRanked: true);
    }
}
