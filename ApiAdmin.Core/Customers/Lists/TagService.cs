using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers.Storing;
using ApiAdmin.Core.Customers.Validation;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers;

/// <summary>The tags, by group and name.</summary>
public sealed class TagService
{
    private readonly ListWork work;
    private readonly CustomerValueRemoval values;

    internal TagService(ListWork work, CustomerValueRemoval values) => (this.work, this.values) = (work, values);

    [Demands(Operation.ReadCustomers)]
    public Task<IReadOnlyList<StoredTag>> ListAsync(Actor actor, CancellationToken cancellationToken) =>
        work.ReadAsync<IReadOnlyList<StoredTag>>(
            actor, async db => [.. (await db.Tags.AsNoTracking().OrderBy(row => row.SortKey).ToListAsync(cancellationToken)).Select(Stored)], cancellationToken);

    [Demands(Operation.ReadCustomers)]
    public Task<StoredTag> GetAsync(Actor actor, string id, CancellationToken cancellationToken) =>
        work.ReadAsync(actor, async db => Stored(await FindAsync(db, id, cancellationToken)), cancellationToken);

    /// <summary>How many customers have the tag; deleting it takes it from all of them.</summary>
    [Demands(Operation.ReadCustomers)]
    public Task<int> CountUsesAsync(Actor actor, string id, CancellationToken cancellationToken) =>
        work.ReadAsync(actor, db => db.CustomerTags.CountAsync(row => row.TagId == id, cancellationToken), cancellationToken);

    /// <exception cref="TakenException">The id is taken, or the group has a tag of that name.</exception>
    [Demands(Operation.ManageCustomerLists)]
    public Task<StoredTag> CreateAsync(Actor actor, CustomerTag tag, CancellationToken cancellationToken)
    {
        return work.ChangeAsync(
            actor,
            async db =>
            {
                ListEntryRules.Demand(ListEntryRules.Check(tag));
                var id = await IdAsync(db, tag.Id, cancellationToken);
                await DemandFreeAsync(db, tag, id, cancellationToken);
                var row = new TagRow
                {
                    Id = id, GroupName = tag.Group, Name = tag.Name, SortKey = SortKey(tag), Version = Guid.CreateVersion7(work.Now), UpdatedAt = work.Now, UpdatedBy = actor.Name,
                };
                db.Tags.Add(row);
                return (Stored(row), "tag.create", $"tag:{id}");
            },
            cancellationToken);
    }

    [Demands(Operation.ManageCustomerLists)]
    public Task<StoredTag> UpdateAsync(Actor actor, string id, CustomerTag tag, VersionMatch ifMatch, CancellationToken cancellationToken)
    {
        return work.ChangeAsync(
            actor,
            async db =>
            {
                ListEntryRules.Demand(ListEntryRules.Check(tag));
                var row = await FindAsync(db, id, cancellationToken);
                ListWork.DemandCurrent($"the tag {id}", row.Version, ifMatch, row.UpdatedBy, row.UpdatedAt);
                await DemandFreeAsync(db, tag, id, cancellationToken);
                (row.GroupName, row.Name, row.SortKey) = (tag.Group, tag.Name, SortKey(tag));
                (row.Version, row.UpdatedAt, row.UpdatedBy) = (Guid.CreateVersion7(work.Now), work.Now, actor.Name);
                return (Stored(row), (string?)"tag.update", $"tag:{id}");
            },
            cancellationToken);
    }

    /// <summary>Takes the tag from every customer, a batch at a time so that others can write, and then away.</summary>
    [Demands(Operation.ManageCustomerLists)]
    public async Task DeleteAsync(Actor actor, string id, VersionMatch ifMatch, CancellationToken cancellationToken)
    {
        await work.ChangeAsync(
            actor,
            async db =>
            {
                var row = await FindAsync(db, id, cancellationToken);
                ListWork.DemandCurrent($"the tag {id}", row.Version, ifMatch, row.UpdatedBy, row.UpdatedAt);
                return (true, (string?)null, "");
            },
            cancellationToken);
        await values.RemoveTagAsync(id, cancellationToken);
        await work.ChangeAsync(
            actor,
            async db =>
            {
                await db.CustomerTags.Where(row => row.TagId == id).ExecuteDeleteAsync(cancellationToken);
                var gone = await db.Tags.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken);
                return (true, gone > 0 ? "tag.delete" : null, $"tag:{id}");
            },
            cancellationToken);
    }

    private static StoredTag Stored(TagRow row) => new(CatalogReader.Tag(row), row.Version.ToString("N"), row.UpdatedBy, row.UpdatedAt);

    /// <summary>Group and name may hold no line break in their folded form, so the two cannot run into one another.</summary>
    private static string SortKey(CustomerTag tag) => $"{TextFolding.SortKey(tag.Group)}\n{TextFolding.SortKey(tag.Name)}";

    private static async Task<TagRow> FindAsync(AppDbContext db, string id, CancellationToken cancellationToken) =>
        (id.Contains('\0', StringComparison.Ordinal) ? null : await db.Tags.SingleOrDefaultAsync(row => row.Id == id, cancellationToken))
        ?? throw new NotFoundException($"There is no tag {Quoted.Text(id)}. See the list of tags for the ids there are.");

    private static async Task<string> IdAsync(AppDbContext db, string asked, CancellationToken cancellationToken)
    {
        if (asked.Length == 0)
        {
            var number = await ListNumbers.NextAsync(
                db, ListNumbers.Tags, 1, candidate => db.Tags.AnyAsync(row => row.Id == $"t_{candidate}", cancellationToken), cancellationToken);
            return $"t_{number}";
        }

        return await db.Tags.AnyAsync(row => row.Id == asked, cancellationToken)
            ? throw ListWork.Taken("id", $"The id {Quoted.Text(asked)} belongs to another tag; choose another, or leave it out.")
            : asked;
    }

    private static async Task DemandFreeAsync(AppDbContext db, CustomerTag tag, string id, CancellationToken cancellationToken)
    {
        var key = SortKey(tag);
        if (await db.Tags.AnyAsync(row => row.SortKey == key && row.Id != id, cancellationToken))
        {
            throw ListWork.Taken("name", $"The group {Quoted.Text(tag.Group)} has a tag {Quoted.Text(tag.Name)} already; use that one, or choose another name.");
        }
    }
}
