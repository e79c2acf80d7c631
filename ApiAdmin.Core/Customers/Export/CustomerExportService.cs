using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers.Storing;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers.Export;

public enum ExportFormat { Csv, Xlsx }

/// <summary>
/// Writes the customers of a search to a file, a few hundred at a time; personal values masked for who may not see them. It reads without
/// one long transaction, so what changes meanwhile is in it as it is when its turn comes.
/// </summary>
public sealed class CustomerExportService
{
    private readonly IAuthorizer authorizer;
    private readonly IDbContextFactory<AppDbContext> contexts;
    private readonly ICustomerSearchIndex index;
    private readonly AuditLog audit;

    internal CustomerExportService(IAuthorizer authorizer, IDbContextFactory<AppDbContext> contexts, ICustomerSearchIndex index, AuditLog audit) =>
        (this.authorizer, this.contexts, this.index, this.audit) = (authorizer, contexts, index, audit);

    /// <summary>All customers of the search, whatever page it stands on, the newest id first.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="InvalidException">There are more than a sheet of XLSX holds.</exception>
    [Demands(Operation.ExportCustomers)]
    public async Task<long> ExportAsync(
        Actor actor, CustomerSearch search, ExportFormat format, Stream output, CancellationToken cancellationToken)
    {
        await BeginAsync(actor, search, cancellationToken);
        var masked = !await authorizer.AllowsAsync(actor, Operation.SeePersonalValues, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var catalog = await CatalogReader.ReadAsync(db, cancellationToken);
        var (cells, count) = (new CustomerCells(catalog), 0L);
        await using ITableWriter table = format == ExportFormat.Xlsx ? new XlsxWriter(output) : new CsvWriter(output);
        await table.WriteAsync(cells.Header, cancellationToken);
        await foreach (var ids in new ExportSource(db, index, catalog, search, masked).ReadAsync(cancellationToken))
        {
            foreach (var loaded in await CustomerReader.ReadAsync(db, catalog, ids, cancellationToken))
            {
                await table.WriteAsync(cells.Of(loaded.Row.Id, loaded.Seen(masked).Customer), cancellationToken);
                count++;
            }
        }

        await table.CompleteAsync(cancellationToken);
        return count;
    }

    /// <summary>The audit tells that values went out, whether or not the file arrived whole.</summary>
    private async Task BeginAsync(Actor actor, CustomerSearch search, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ExportCustomers, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var narrowed = !string.IsNullOrWhiteSpace(search.Text) || !search.Filter.IsNone;
        await audit.AppendAsync(db, actor, "customer.export", narrowed ? "customers:search" : "customers:all", [], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
