using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using Microsoft.EntityFrameworkCore;
using System.Text.Json;

namespace ApiAdmin.Core.Customers.Storing;

/// <summary>
/// Takes a tag, level or field from every customer that has it, in transactions of at most 500 customers so that others can write in
/// between. Killed on the way it has done a part, and doing it again does the rest. Versions stay: nobody's open form loses by it.
/// </summary>
internal sealed class CustomerValueRemoval(IDbContextFactory<AppDbContext> contexts)
{
    private const int Batch = 500;

    public Task RemoveTagAsync(string id, CancellationToken cancellationToken) => RunAsync(
        db => db.CustomerTags.Where(row => row.TagId == id).OrderBy(row => row.CustomerId).Select(row => row.CustomerId),
        row => row.Tags = row.Tags is null ? null : CustomerDocument.WriteTags([.. row.Tags.Split(',').Where(tag => tag != id)]),
        (db, customers) => db.CustomerTags.Where(row => row.TagId == id && customers.Contains(row.CustomerId)).ExecuteDeleteAsync(cancellationToken),
        cancellationToken);

    public Task RemoveFieldAsync(string id, CancellationToken cancellationToken) => RunAsync(
        db => db.CustomerFieldValues.Where(row => row.FieldId == id).OrderBy(row => row.Value).ThenBy(row => row.CustomerId).Select(row => row.CustomerId),
        row => row.Fields = Without(row.Fields, id),
        (db, customers) => db.CustomerFieldValues.Where(row => row.FieldId == id && customers.Contains(row.CustomerId)).ExecuteDeleteAsync(cancellationToken),
        cancellationToken);

    public Task RemoveLevelAsync(string id, CancellationToken cancellationToken) => RunAsync(
        db => db.Customers.Where(row => row.VipLevel == id).OrderBy(row => row.Id).Select(row => row.Id),
        row => row.VipLevel = null,
        (_, _) => Task.CompletedTask,
        cancellationToken);

    private async Task RunAsync(
        Func<AppDbContext, IQueryable<long>> having, Action<CustomerRow> change, Func<AppDbContext, List<long>, Task> forget, CancellationToken cancellationToken)
    {
        for (var left = true; left;)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.BeginWriteAsync(cancellationToken);
            var ids = (await having(db).Take(Batch).ToListAsync(cancellationToken)).Distinct().ToList();
            foreach (var row in await db.Customers.Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken))
            {
                change(row);
            }

            await forget(db, ids);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            left = ids.Count > 0;
        }
    }

    private static string? Without(string? fields, string id)
    {
        var read = fields is null ? null : JsonSerializer.Deserialize<ValueMap<ValueList<string>>>(fields);
        return read is null ? null : CustomerDocument.WriteFields(new ValueMap<ValueList<string>>(read.Where(field => field.Key != id)));
    }
}
