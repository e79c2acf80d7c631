using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers.Storing;
using ApiAdmin.Core.Customers.Validation;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers;

/// <summary>The fields that this installation adds to customers.</summary>
public sealed class CustomerFieldService
{
    private const long FirstNumber = 10_001;

    private readonly ListWork work;
    private readonly CustomerValueRemoval values;

    internal CustomerFieldService(ListWork work, CustomerValueRemoval values) => (this.work, this.values) = (work, values);

    /// <summary>All of them, disabled ones too, in their order.</summary>
    [Demands(Operation.ReadCustomers)]
    public Task<IReadOnlyList<StoredField>> ListAsync(Actor actor, CancellationToken cancellationToken) =>
        work.ReadAsync<IReadOnlyList<StoredField>>(
            actor,
            async db => [.. (await db.CustomerFields.AsNoTracking().OrderBy(row => row.Order).ThenBy(row => row.Number).ToListAsync(cancellationToken)).Select(Stored)],
            cancellationToken);

    [Demands(Operation.ReadCustomers)]
    public Task<StoredField> GetAsync(Actor actor, string id, CancellationToken cancellationToken) =>
        work.ReadAsync(actor, async db => Stored(await FindAsync(db, id, cancellationToken)), cancellationToken);

    /// <summary>How many values customers have in the field; deleting it removes them.</summary>
    [Demands(Operation.ReadCustomers)]
    public Task<int> CountValuesAsync(Actor actor, string id, CancellationToken cancellationToken) =>
        work.ReadAsync(actor, db => db.CustomerFieldValues.CountAsync(row => row.FieldId == id, cancellationToken), cancellationToken);

    /// <exception cref="TakenException">The id belongs to another field.</exception>
    [Demands(Operation.ManageCustomerLists)]
    public Task<StoredField> CreateAsync(Actor actor, CustomerField field, CancellationToken cancellationToken)
    {
        return work.ChangeAsync(
            actor,
            async db =>
            {
                ListEntryRules.Demand(ListEntryRules.Check(field));
                var row = new CustomerFieldRow
                {
                    Number = await NumberAsync(db, field.Id, cancellationToken), Title = field.Title, Type = field.Type, OptionsJson = "",
                    Version = default, UpdatedAt = work.Now, UpdatedBy = actor.Name,
                };
                Apply(row, field, actor);
                db.CustomerFields.Add(row);
                return (Stored(row), "customer-field.create", $"customer-field:{CatalogReader.FieldId(row.Number)}");
            },
            cancellationToken);
    }

    /// <exception cref="InvalidException">All findings at once; the type cannot change once customers have values.</exception>
    /// <exception cref="InUseException">An option to be removed is chosen by customers; the findings say how many.</exception>
    [Demands(Operation.ManageCustomerLists)]
    public Task<StoredField> UpdateAsync(Actor actor, string id, CustomerField field, VersionMatch ifMatch, CancellationToken cancellationToken)
    {
        return work.ChangeAsync(
            actor,
            async db =>
            {
                ListEntryRules.Demand(ListEntryRules.Check(field));
                var row = await FindAsync(db, id, cancellationToken);
                ListWork.DemandCurrent($"the customer field {id}", row.Version, ifMatch, row.UpdatedBy, row.UpdatedAt);
                await FieldUse.DemandChangeAsync(db, CatalogReader.Field(row), field, cancellationToken);
                Apply(row, field, actor);
                return (Stored(row), (string?)"customer-field.update", $"customer-field:{id}");
            },
            cancellationToken);
    }

    /// <summary>Removes the field's values from every customer, a batch at a time so that others can write, and then the field.</summary>
    [Demands(Operation.ManageCustomerLists)]
    public async Task DeleteAsync(Actor actor, string id, VersionMatch ifMatch, CancellationToken cancellationToken)
    {
        await work.ChangeAsync(
            actor,
            async db =>
            {
                var row = await FindAsync(db, id, cancellationToken);
                ListWork.DemandCurrent($"the customer field {id}", row.Version, ifMatch, row.UpdatedBy, row.UpdatedAt);
                row.Enabled = false;
                return (true, (string?)null, "");
            },
            cancellationToken);
        await values.RemoveFieldAsync(id, cancellationToken);
        await work.ChangeAsync(
            actor,
            async db =>
            {
                var number = CatalogReader.FieldNumber(id);
                var gone = await db.CustomerFields.Where(row => row.Number == number).ExecuteDeleteAsync(cancellationToken);
                return (true, gone > 0 ? "customer-field.delete" : null, $"customer-field:{id}");
            },
            cancellationToken);
    }

    private void Apply(CustomerFieldRow row, CustomerField field, Actor actor)
    {
        (row.Title, row.Type, row.Required, row.Enabled, row.Order) = (field.Title, field.Type, field.Required, field.Enabled, field.Order);
        row.OptionsJson = JsonSerializer.Serialize(FieldUse.WithIds(field.Options));
        (row.Version, row.UpdatedAt, row.UpdatedBy) = (Guid.CreateVersion7(work.Now), work.Now, actor.Name);
    }

    private static StoredField Stored(CustomerFieldRow row) => new(CatalogReader.Field(row), row.Version.ToString("N"), row.UpdatedBy, row.UpdatedAt);

    private static async Task<CustomerFieldRow> FindAsync(AppDbContext db, string id, CancellationToken cancellationToken)
    {
        var number = CatalogReader.FieldNumber(id);
        return await db.CustomerFields.SingleOrDefaultAsync(row => row.Number == number, cancellationToken)
            ?? throw new NotFoundException($"There is no customer field {Quoted.Text(id)}. See the list of fields for the ids there are.");
    }

    private static async Task<long> NumberAsync(AppDbContext db, string asked, CancellationToken cancellationToken)
    {
        if (CatalogReader.FieldNumber(asked) is not { } number)
        {
            return await ListNumbers.NextAsync(
                db, ListNumbers.Fields, FirstNumber, candidate => db.CustomerFields.AnyAsync(row => row.Number == candidate, cancellationToken), cancellationToken);
        }

        return await db.CustomerFields.AnyAsync(row => row.Number == number, cancellationToken)
            ? throw ListWork.Taken("id", $"The id {asked} belongs to another customer field; choose another, or leave it out.")
            : number;
    }
}
