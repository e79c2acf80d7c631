using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers.Storing;
using ApiAdmin.Core.Customers.Validation;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers;

/// <summary>The VIP levels, by name.</summary>
public sealed class VipLevelService
{
    private readonly ListWork work;
    private readonly CustomerValueRemoval values;

    internal VipLevelService(ListWork work, CustomerValueRemoval values) => (this.work, this.values) = (work, values);

    [Demands(Operation.ReadCustomers)]
    public Task<IReadOnlyList<StoredVipLevel>> ListAsync(Actor actor, CancellationToken cancellationToken) =>
        work.ReadAsync<IReadOnlyList<StoredVipLevel>>(
            actor, async db => [.. (await db.VipLevels.AsNoTracking().OrderBy(row => row.SortKey).ToListAsync(cancellationToken)).Select(Stored)], cancellationToken);

    [Demands(Operation.ReadCustomers)]
    public Task<StoredVipLevel> GetAsync(Actor actor, string id, CancellationToken cancellationToken) =>
        work.ReadAsync(actor, async db => Stored(await FindAsync(db, id, cancellationToken)), cancellationToken);

    /// <summary>How many customers have the level; deleting it takes it from all of them.</summary>
    [Demands(Operation.ReadCustomers)]
    public Task<int> CountUsesAsync(Actor actor, string id, CancellationToken cancellationToken) =>
        work.ReadAsync(actor, db => db.Customers.CountAsync(row => row.VipLevel == id, cancellationToken), cancellationToken);

    /// <exception cref="TakenException">The id or the name is taken.</exception>
    [Demands(Operation.ManageCustomerLists)]
    public Task<StoredVipLevel> CreateAsync(Actor actor, VipLevel level, CancellationToken cancellationToken)
    {
        return work.ChangeAsync(
            actor,
            async db =>
            {
                ListEntryRules.Demand(ListEntryRules.Check(level));
                var id = await IdAsync(db, level.Id, cancellationToken);
                await DemandFreeAsync(db, level, id, cancellationToken);
                var row = new VipLevelRow
                {
                    Id = id, Name = level.Name, SortKey = TextFolding.SortKey(level.Name), Version = Guid.CreateVersion7(work.Now), UpdatedAt = work.Now, UpdatedBy = actor.Name,
                };
                db.VipLevels.Add(row);
                return (Stored(row), "vip-level.create", $"vip-level:{id}");
            },
            cancellationToken);
    }

    [Demands(Operation.ManageCustomerLists)]
    public Task<StoredVipLevel> UpdateAsync(Actor actor, string id, VipLevel level, VersionMatch ifMatch, CancellationToken cancellationToken)
    {
        return work.ChangeAsync(
            actor,
            async db =>
            {
                ListEntryRules.Demand(ListEntryRules.Check(level));
                var row = await FindAsync(db, id, cancellationToken);
                ListWork.DemandCurrent($"the VIP level {id}", row.Version, ifMatch, row.UpdatedBy, row.UpdatedAt);
                await DemandFreeAsync(db, level, id, cancellationToken);
                (row.Name, row.SortKey) = (level.Name, TextFolding.SortKey(level.Name));
                (row.Version, row.UpdatedAt, row.UpdatedBy) = (Guid.CreateVersion7(work.Now), work.Now, actor.Name);
                return (Stored(row), (string?)"vip-level.update", $"vip-level:{id}");
            },
            cancellationToken);
    }

    /// <summary>Takes the level from every customer, a batch at a time so that others can write, and then away. They stay VIPs.</summary>
    [Demands(Operation.ManageCustomerLists)]
    public async Task DeleteAsync(Actor actor, string id, VersionMatch ifMatch, CancellationToken cancellationToken)
    {
        await work.ChangeAsync(
            actor,
            async db =>
            {
                var row = await FindAsync(db, id, cancellationToken);
                ListWork.DemandCurrent($"the VIP level {id}", row.Version, ifMatch, row.UpdatedBy, row.UpdatedAt);
                return (true, (string?)null, "");
            },
            cancellationToken);
        await values.RemoveLevelAsync(id, cancellationToken);
        await work.ChangeAsync(
            actor,
            async db =>
            {
                var gone = await db.VipLevels.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken);
                return (true, gone > 0 ? "vip-level.delete" : null, $"vip-level:{id}");
            },
            cancellationToken);
    }

    private static StoredVipLevel Stored(VipLevelRow row) => new(CatalogReader.Level(row), row.Version.ToString("N"), row.UpdatedBy, row.UpdatedAt);

    private static async Task<VipLevelRow> FindAsync(AppDbContext db, string id, CancellationToken cancellationToken) =>
        (id.Contains('\0', StringComparison.Ordinal) ? null : await db.VipLevels.SingleOrDefaultAsync(row => row.Id == id, cancellationToken))
        ?? throw new NotFoundException($"There is no VIP level {Quoted.Text(id)}. See the list of levels for the ids there are.");

    private static async Task<string> IdAsync(AppDbContext db, string asked, CancellationToken cancellationToken)
    {
        if (asked.Length == 0)
        {
            var number = await ListNumbers.NextAsync(
                db, ListNumbers.Levels, 1, candidate => db.VipLevels.AnyAsync(row => row.Id == $"v_{candidate}", cancellationToken), cancellationToken);
            return $"v_{number}";
        }

        return await db.VipLevels.AnyAsync(row => row.Id == asked, cancellationToken)
            ? throw ListWork.Taken("id", $"The id {Quoted.Text(asked)} belongs to another VIP level; choose another, or leave it out.")
            : asked;
    }

    private static async Task DemandFreeAsync(AppDbContext db, VipLevel level, string id, CancellationToken cancellationToken)
    {
        var key = TextFolding.SortKey(level.Name);
        if (await db.VipLevels.AnyAsync(row => row.SortKey == key && row.Id != id, cancellationToken))
        {
            throw ListWork.Taken("name", $"There is a VIP level {Quoted.Text(level.Name)} already; choose another name.");
        }
    }
}
