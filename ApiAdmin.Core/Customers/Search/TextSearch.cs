using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers;

/// <summary>One search by a text: which customers, in which tier, in which order.</summary>
internal sealed class TextSearch(AppDbContext db, ICustomerSearchIndex index, CustomerCatalog catalog, CustomerSearch search, bool masked)
{
    private const int SmallChunk = 100;
    private const int LargeChunk = 500;
    private const int MostLooked = 20_000;

    private readonly SearchWords words = SearchWords.Of(search.Text!);

    /// <summary>So many hits are looked at together; of a filter few may pass.</summary>
    private readonly int chunk = search.Filter.IsNone ? SmallChunk : LargeChunk;

    /// <summary>Those that hold every word; a customer is found by them as by its own texts.</summary>
    private IReadOnlyList<string> Tags => field ??= [.. catalog.Tags.Where(Fits).Select(tag => tag.Id)];

    public async Task<SearchHits> RunAsync(SearchCursor cursor, int size, CancellationToken cancellationToken)
    {
        var inside = await index.FindAsync(db, words, masked, long.MaxValue, SearchIndexLimits.MostRanked + 1, cancellationToken);
        var first = await new FirstTiers(db, words, search.Text!, masked).FindAsync(cancellationToken);
        var tagged = await TaggedAsync(long.MaxValue, SearchIndexLimits.MostRanked + 1, cancellationToken);
        return inside.Count + tagged.Count > SearchIndexLimits.MostRanked
            ? await InIndexOrderAsync(first, inside, cursor, size, cancellationToken)
            : await RankedAsync(first, [.. inside, .. tagged], cursor, size, cancellationToken);
    }

    /// <summary>Customers who fit by what the index does not hold: their tags, their beginnings.</summary>
    public async Task<IReadOnlySet<long>> BesidesIndexAsync(CancellationToken cancellationToken)
    {
        var first = await new FirstTiers(db, words, search.Text!, masked).FindAsync(cancellationToken);
        return new HashSet<long>([.. first.Keys, .. await TaggedAsync(long.MaxValue, int.MaxValue, cancellationToken)]);
    }

    /// <summary>The equal ones and those that begin so, then the rest by their last update; of the rest only the page is read.</summary>
    private async Task<SearchHits> RankedAsync(
        Dictionary<long, int> first, HashSet<long> inside, SearchCursor cursor, int size, CancellationToken cancellationToken)
    {
        inside.ExceptWith(first.Keys);
        var rest = inside.ToList();
        var tiers = await TiersAsync(first, cancellationToken);
        var page = tiers.Where(hit => cursor.IsBefore(hit)).Take(size + 1).ToList();
        if (page.Count <= size && rest.Count > 0)
        {
            page.AddRange(await LastUpdatedAsync(rest, cursor, size + 1 - page.Count, cancellationToken));
        }

        int? total = cursor.Page > 0 ? null : Math.Min(tiers.Count + await CountAsync(rest, cancellationToken), PagedList<SearchHit>.CountedTo);
        return new SearchHits([.. page.Take(size)], page.Count > size, total, IsRanked: true);
    }

    private async Task<List<SearchHit>> TiersAsync(Dictionary<long, int> first, CancellationToken cancellationToken)
    {
        var passing = await PassingAsync(first.Keys, cancellationToken);
        return [.. first.Where(entry => passing.ContainsKey(entry.Key)).Select(entry => new SearchHit(entry.Key, entry.Value, passing[entry.Key])).Order()];
    }

    private async Task<List<SearchHit>> LastUpdatedAsync(List<long> ids, SearchCursor cursor, int most, CancellationToken cancellationToken)
    {
        var rows = Passing(ids);
        if (cursor.Tier == SearchHit.Inside)
        {
            var (at, id) = (Micros.ToTime(cursor.At), cursor.Id);
            rows = rows.Where(row => row.UpdatedAt < at || (row.UpdatedAt == at && row.Id > id));
        }

        var found = await rows.OrderByDescending(row => row.UpdatedAt).ThenBy(row => row.Id).Take(most)
            .Select(row => new { row.Id, row.UpdatedAt }).ToListAsync(cancellationToken);
        return found.ConvertAll(row => new SearchHit(row.Id, SearchHit.Inside, Micros.Of(row.UpdatedAt)));
    }

    /// <summary>The index holds only those who are there; a tag holds deleted ones too.</summary>
    private async Task<int> CountAsync(List<long> ids, CancellationToken cancellationToken) =>
        ids.Count == 0 || (search.Filter.IsNone && Tags.Count == 0) ? ids.Count : await Passing(ids).CountAsync(cancellationToken);

    /// <summary>The equal ones and those that begin so, as far as they were read, then the index from its newest customer down.</summary>
    /// <param name="inside">What the index gave already, from its newest customer down.</param>
    private async Task<SearchHits> InIndexOrderAsync(
        Dictionary<long, int> first, List<long> inside, SearchCursor cursor, int size, CancellationToken cancellationToken)
    {
        var page = new List<SearchHit>();
        if (cursor.Tier < SearchHit.Inside)
        {
            page.AddRange((await TiersAsync(first, cancellationToken)).Where(hit => cursor.IsBefore(hit)).Take(size + 1));
        }

        var below = cursor.Tier == SearchHit.Inside ? cursor.Id : long.MaxValue;
        var looked = 0;
        for (; page.Count <= size && looked < MostLooked; looked += chunk)
        {
            var ids = await NextAsync(below == long.MaxValue ? inside : await index.FindAsync(db, words, masked, below, chunk, cancellationToken), below, cancellationToken);
            var passing = await PassingAsync(ids, cancellationToken);
            page.AddRange(ids.Where(id => passing.ContainsKey(id) && !first.ContainsKey(id)).Select(id => new SearchHit(id, SearchHit.Inside, id)));
            if (ids.Count < chunk)
            {
                looked = 0;
                break;
            }

            below = ids[^1];
        }

        // A filter that so few pass ends the page early: more may follow, and the page says that the search should say more.
        var more = page.Count > size || looked >= MostLooked;
        int? total = cursor.Page > 0 ? null : search.Filter.IsNone ? PagedList<SearchHit>.CountedTo : page.Count > size ? PagedList<SearchHit>.CountedTo : page.Count;
        return new SearchHits([.. page.Take(size)], more, total, IsRanked: false);
    }

    /// <summary>Which of them are there and pass the filter, with their last update.</summary>
    private async Task<Dictionary<long, long>> PassingAsync(IEnumerable<long> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.ToList();
        return wanted.Count == 0
            ? []
            : await Passing(wanted).Select(row => new { row.Id, row.UpdatedAt }).ToDictionaryAsync(row => row.Id, row => Micros.Of(row.UpdatedAt), cancellationToken);
    }

    /// <summary>The ids go as one parameter: so many of their own would be a text to write and to read anew each time.</summary>
    private IQueryable<CustomerRow> Passing(List<long> wanted) =>
        SearchFilter.Apply(db, db.Customers.AsNoTracking(), search.Filter).Where(row => EF.Parameter(wanted).Contains(row.Id));

    /// <summary>The next in the order of the index and of the tags, which is one order: by id, the highest first.</summary>
    private async Task<List<long>> NextAsync(List<long> indexed, long below, CancellationToken cancellationToken) => Tags.Count == 0
        ? [.. indexed.Take(chunk)]
        : [.. indexed.Union(await TaggedAsync(below, chunk, cancellationToken)).OrderDescending().Take(chunk)];

    private async Task<List<long>> TaggedAsync(long below, int most, CancellationToken cancellationToken) => Tags.Count == 0
        ? []
        : await db.CustomerTags.Where(link => Tags.Contains(link.TagId) && link.CustomerId < below).Select(link => link.CustomerId)
            .Distinct().OrderDescending().Take(most).ToListAsync(cancellationToken);

    private bool Fits(CustomerTag tag)
    {
        var name = SearchText.Words($"{tag.Group} {tag.Name}");
        return words.Alternatives.Any(set => set.All(word => name.Contains(word.Text, StringComparison.Ordinal)));
    }
}
