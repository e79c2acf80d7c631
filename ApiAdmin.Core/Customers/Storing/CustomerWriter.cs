using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers.Storing;

/// <summary>
/// Writes customers with all that hangs on them: identifiers, tags, field values, search index and history. The caller has begun the
/// write, adds the audit row, saves and commits.
/// </summary>
internal sealed class CustomerWriter(PhoneReader phones, ICustomerSearchIndex search, TimeProvider clock)
{
    /// <summary>What was handed in as it will be kept.</summary>
    public Customer Tidy(Customer given, Customer? stored, CustomerCatalog catalog) => CustomerTidying.Tidy(given, stored, catalog, phones);

    /// <param name="customer">Tidied and validated.</param>
    public async Task<CustomerRow> AddAsync(
        AppDbContext db, Actor actor, long id, Customer customer, CustomerCatalog catalog, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var row = new CustomerRow
        {
            Id = id,
            Nick = customer.Nick,
            Version = Guid.CreateVersion7(now),
            CreatedAt = now,
            CreatedBy = actor.Name,
            UpdatedAt = now,
            UpdatedBy = actor.Name,
        };
        CustomerDocument.Apply(row, customer);
        NoteBlacklisting(row, actor, wasBlacklisted: false, now);
        db.Customers.Add(row);
        AddParts(db, id, customer);
        AddHistory(db, actor, row, "create", new CustomerDifference(catalog).Between(null, customer));
        await search.PutAsync(db, id, SearchDocument.Of(id, customer), cancellationToken);
        return row;
    }

    /// <returns>The names of the members that changed; none when nothing did, and then nothing is written.</returns>
    public async Task<IReadOnlyList<string>> ChangeAsync(
        AppDbContext db, Actor actor, LoadedCustomer loaded, Customer after, string action, CancellationToken cancellationToken)
    {
        var row = loaded.Row;
        var changes = new CustomerDifference(loaded.Catalog).Between(loaded.Customer, after);
        if (changes.Count == 0)
        {
            return [];
        }

        var wasBlacklisted = row.Blacklisted;
        CustomerDocument.Apply(row, after);
        Touch(row, actor);
        NoteBlacklisting(row, actor, wasBlacklisted, row.UpdatedAt);
        await RemovePartsAsync(db, row.Id, cancellationToken);
        AddParts(db, row.Id, after);
        AddHistory(db, actor, row, action, changes);
        await search.PutAsync(db, row.Id, SearchDocument.Of(row.Id, after), cancellationToken);
        return [.. changes.Select(change => change.Field)];
    }

    /// <summary>Makes the customer unfindable by the search; for deleting and erasing.</summary>
    public Task HideAsync(AppDbContext db, long id, CancellationToken cancellationToken) => search.RemoveAsync(db, id, cancellationToken);

    /// <summary>Makes a restored customer findable again.</summary>
    public Task ShowAsync(AppDbContext db, long id, Customer customer, CancellationToken cancellationToken) =>
        search.PutAsync(db, id, SearchDocument.Of(id, customer), cancellationToken);

    public void Touch(CustomerRow row, Actor actor)
    {
        var now = clock.GetUtcNow();

        // Not before the last change, whatever the clock does: "most recently updated" must go on.
        row.UpdatedAt = now > row.UpdatedAt ? now : row.UpdatedAt.AddMicroseconds(1);
        (row.Version, row.UpdatedBy) = (Guid.CreateVersion7(now), actor.Name);
    }

    public static void AddHistory(AppDbContext db, Actor actor, CustomerRow row, string action, IReadOnlyList<FieldChange> changes)
    {
        db.CustomerChanges.Add(new CustomerChangeRow
        {
            Id = Guid.CreateVersion7(row.UpdatedAt),
            CustomerId = row.Id,
            At = row.UpdatedAt,
            ActorId = actor.Id,
            ActorName = actor.Name,
            Action = action,
            Version = row.Version,
            FieldsJson = JsonSerializer.Serialize(changes, HistoryJson.Options),
        });
    }

    private void AddParts(AppDbContext db, long id, Customer customer)
    {
        db.CustomerIdentifiers.AddRange(Identifiers.Rows(id, customer, phones));
        db.CustomerTags.AddRange(customer.Tags.Select(tag => new CustomerTagRow { TagId = tag, CustomerId = id }));
        db.CustomerFieldValues.AddRange(FieldValues.Rows(id, customer));
    }

    /// <summary>Rows have no identity beyond their values, so the old ones go at once and the new ones come with the save.</summary>
    private static async Task RemovePartsAsync(AppDbContext db, long id, CancellationToken cancellationToken)
    {
        await db.CustomerIdentifiers.Where(part => part.CustomerId == id).ExecuteDeleteAsync(cancellationToken);
        await db.CustomerTags.Where(part => part.CustomerId == id).ExecuteDeleteAsync(cancellationToken);
        await db.CustomerFieldValues.Where(part => part.CustomerId == id).ExecuteDeleteAsync(cancellationToken);
    }

    private static void NoteBlacklisting(CustomerRow row, Actor actor, bool wasBlacklisted, DateTimeOffset now)
    {
        if (!row.Blacklisted)
        {
            (row.BlacklistedAt, row.BlacklistedBy) = (null, null);
        }
        else if (!wasBlacklisted)
        {
            (row.BlacklistedAt, row.BlacklistedBy) = (now, actor.Name);
        }
    }
}
