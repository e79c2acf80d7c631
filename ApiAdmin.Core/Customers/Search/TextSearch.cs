using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers;

/// <summary>One search by a text: which customers, in which tier, in which order.</summary>
internal sealed class TextSearch(AppDbContext db, ICustomerSearchIndex index, CustomerCatalog catalog, CustomerSearch search, bool masked)
{
    private const int Chunk = 500;
    private const int MostLooked = 20_000;

    private readonly SearchWords words = SearchWords.Of(search.Text!);

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

    private async Task<SearchHits> RankedAsync(
        IReadOnlyDictionary<long, int> first, HashSet<long> inside, SearchCursor cursor, int size, CancellationToken cancellationToken)
    {
        inside.UnionWith(first.Keys);
        var hits = new List<SearchHit>(inside.Count);
        hits.AddRange((await PassingAsync(inside, cancellationToken)).Select(row => new SearchHit(row.Key, first.GetValueOrDefault(row.Key, 2), row.Value)));
        hits.Sort();
        var after = new SearchHit(cursor.Id, cursor.Tier, cursor.At);
        var rest = cursor.Page == 0 ? hits : [.. hits.Where(hit => hit.CompareTo(after) > 0)];
        return new SearchHits([.. rest.Take(size)], rest.Count > size, cursor.Page > 0 ? null : Math.Min(hits.Count, PagedList<SearchHit>.CountedTo), IsRanked: true);
    }

    /// <summary>The equal ones and those that begin so, as far as they were read, then the index from its newest customer down.</summary>
    /// <param name="inside">What the index gave already, from its newest customer down.</param>
    private async Task<SearchHits> InIndexOrderAsync(
        IReadOnlyDictionary<long, int> first, List<long> inside, SearchCursor cursor, int size, CancellationToken cancellationToken)
    {
        var page = new List<SearchHit>();
        if (cursor.Tier < 2)
        {
            var passing = await PassingAsync(first.Keys, cancellationToken);
            var tiers = first.Where(entry => passing.ContainsKey(entry.Key)).Select(entry => new SearchHit(entry.Key, entry.Value, passing[entry.Key])).Order().ToList();
            var after = new SearchHit(cursor.Id, cursor.Tier, cursor.At);
            page.AddRange(tiers.Where(hit => cursor.Page == 0 || hit.CompareTo(after) > 0).Take(size + 1));
        }

        var below = cursor.Tier == 2 ? cursor.Id : long.MaxValue;
        var looked = 0;
        for (; page.Count <= size && looked < MostLooked; looked += Chunk)
        {
            var ids = await NextAsync(below == long.MaxValue ? inside : await index.FindAsync(db, words, masked, below, Chunk, cancellationToken), below, cancellationToken);
            var passing = await PassingAsync(ids, cancellationToken);
            page.AddRange(ids.Where(id => passing.ContainsKey(id) && !first.ContainsKey(id)).Select(id => new SearchHit(id, 2, id)));
            if (ids.Count < Chunk)
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
            : await SearchFilter.Apply(db, db.Customers.AsNoTracking(), search.Filter).Where(row => EF.Parameter(wanted).Contains(row.Id))
                .Select(row => new { row.Id, row.UpdatedAt }).ToDictionaryAsync(row => row.Id, row => Micros.Of(row.UpdatedAt), cancellationToken);
    }

    /// <summary>The next in the order of the index and of the tags, which is one order: by id, the highest first.</summary>
    private async Task<List<long>> NextAsync(List<long> indexed, long below, CancellationToken cancellationToken) => Tags.Count == 0
        ? [.. indexed.Take(Chunk)]
        : [.. indexed.Union(await TaggedAsync(below, Chunk, cancellationToken)).OrderDescending().Take(Chunk)];

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
