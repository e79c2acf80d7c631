using ApiAdmin.Core.Customers.Storing;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers.Import;

/// <summary>Changes stored customers by their rows, with history as if somebody had edited them; a row that changes nothing is skipped.</summary>
internal sealed class RowUpdates(ImportTools tools, ImportPass pass, CustomerCatalog catalog)
{
    private readonly RowMapper mapper = new(pass.Settings, catalog, tools.Writer, tools.Phones);

    public async Task ApplyAsync(AppDbContext db, List<(MappedRow Row, long Id)> updates, ImportTally tally, CancellationToken cancellationToken)
    {
        if (updates.Count == 0)
        {
            return;
        }

        var ids = updates.ConvertAll(update => update.Id);
        var rows = await db.Customers.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var identifiers = (await db.CustomerIdentifiers.AsNoTracking().Where(row => ids.Contains(row.CustomerId) && row.Kind <= IdentifierKind.LastAccount)
            .OrderBy(row => row.Kind).ThenBy(row => row.Position).ToListAsync(cancellationToken)).ToLookup(row => row.CustomerId);
        foreach (var (row, id) in updates)
        {
            var loaded = new LoadedCustomer(rows[id], CustomerDocument.Read(rows[id], [.. identifiers[id]], catalog), catalog);
            await ApplyAsync(db, row, loaded, tally, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private async Task ApplyAsync(AppDbContext db, MappedRow row, LoadedCustomer loaded, ImportTally tally, CancellationToken cancellationToken)
    {
        if (mapper.Apply(row, loaded.Customer) is not { } after)
        {
            tally.Bad++;
        }
        else if (pass.DryRun)
        {
            _ = new CustomerDifference(catalog).Between(loaded.Customer, after).Count > 0 ? tally.Updated++ : tally.Skipped++;
        }
        else
        {
            _ = (await tools.Writer.ChangeAsync(db, pass.Actor, loaded, after, "update", cancellationToken)).Count > 0 ? tally.Updated++ : tally.Skipped++;
        }
    }
}
