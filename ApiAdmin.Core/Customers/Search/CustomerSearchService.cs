using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers.Query;
using ApiAdmin.Core.Customers.Storing;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers;

/// <summary>
/// Finds customers by anything: what is equal first, then what begins so, then what holds it; within these the last updated first. Of more
/// than 5,000 hits only the equal ones come first, and the rest in the order of the index.
/// </summary>
public sealed class CustomerSearchService
{
    private readonly IAuthorizer authorizer;
    private readonly IDbContextFactory<AppDbContext> contexts;
    private readonly ICustomerSearchIndex index;
    private readonly CatalogCache catalogs;

    internal CustomerSearchService(IAuthorizer authorizer, IDbContextFactory<AppDbContext> contexts, ICustomerSearchIndex index, CatalogCache catalogs) =>
        (this.authorizer, this.contexts, this.index, this.catalogs) = (authorizer, contexts, index, catalogs);

    /// <exception cref="InvalidException">The cursor is not one of ours.</exception>
    [Demands(Operation.ReadCustomers)]
    public async Task<CustomerPage> SearchAsync(Actor actor, CustomerSearch search, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ReadCustomers, cancellationToken);
        var masked = !await authorizer.AllowsAsync(actor, Operation.SeePersonalValues, cancellationToken);
        var cursor = SearchCursor.Parse(search.Cursor);

        // The SQLite driver works on the caller's thread, which may be a page's.
        return await Task.Run(() => RunAsync(search, cursor, masked, cancellationToken), cancellationToken);
    }

    /// <summary>The values of a column that begin with what was typed, whichever case it was typed in: at most 50, in order.</summary>
    [Demands(Operation.ReadCustomers)]
    public async Task<IReadOnlyList<string>> ValuesAsync(Actor actor, SuggestedColumn column, string? typed, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ReadCustomers, cancellationToken);
        return await Task.Run(
            async () =>
            {
                await using var db = await contexts.CreateDbContextAsync(cancellationToken);
                return await OwnValues.ReadAsync(db, column, typed ?? "", cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Makes the whole search index anew, a batch at a time so that others can write.</summary>
    /// <returns>How many customers are in it.</returns>
    [Demands(Operation.ManageUsers)]
    public async Task<long> RebuildAsync(Actor actor, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ManageUsers, cancellationToken);
        return await SearchRebuild.RunAsync(contexts, index, progress, cancellationToken);
    }

    private async Task<CustomerPage> RunAsync(CustomerSearch search, SearchCursor cursor, bool masked, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var catalog = (await catalogs.GetAsync(cancellationToken)).Catalog;
        var size = Math.Clamp(search.PageSize, 1, CustomerSearch.LargestPage);
        var hits = string.IsNullOrWhiteSpace(search.Text)
            ? await SearchAll.RunAsync(db, search.Filter, cursor, size, cancellationToken)
            : await new TextSearch(db, index, catalog, search, masked).RunAsync(cursor, size, cancellationToken);
        var loaded = await CustomerReader.ReadAsync(db, catalog, [.. hits.Page.Select(hit => hit.Id)], cancellationToken);
        var typed = masked && search.Text is { } text ? SearchText.Fold(text.Trim()) : null;
        var items = loaded.Select(customer => customer.Seen(masked, typed)).ToValueList();
        var page = cursor.Page + 1;
        var last = hits.More && hits.Page.Count > 0 && page < CustomerSearch.MostPages ? hits.Page[^1] : (SearchHit?)null;
        return new CustomerPage(
            items, last is { } hit ? new SearchCursor(page, hit.Tier, hit.At, hit.Id).ToString() : null, hits.Total, hits.IsRanked, hits.More && last is null);
    }
}
