using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Tests.Customers;

public abstract class CustomerServiceContract(StorageProvider provider) : CustomerContract(provider)
{
    [SkippableFact]
    public async Task Create_EveryMemberSet_ReadsBackTheSameWithNumbersInOneNotation()
    {
        var created = await CreateAsync(Full());
        var read = await Customers.GetAsync(Host, created.Id, default);

        Assert.Equal(10_000_001, created.Id);
        Assert.Equal(Full() with { Phones = ["+8613800138000", "+861065529988"], Accounts = [new(AccountKind.WxOpenId, "oX-1_a"), new(AccountKind.WhatsappId, "8613800138000")] }, read.Customer);
        Assert.Equal(created, read);
        Assert.Equal((false, "test", Access.Clock.GetUtcNow()), (read.IsMasked, read.BlacklistedBy, read.CreatedAt));
    }

    [SkippableFact]
    public async Task Create_ManyThingsWrong_TellsAllOfThemWithTheirPlaces()
    {
        var wrong = new Customer
        {
            Nick = " ", Emails = ["nobody"], Phones = [""], Remark = "a\0b", Tags = ["t_9"], VipLevel = "v_9", BlacklistReason = "x",
            Fields = new ValueMap<ValueList<string>>([new("cf_1", ["x"])]),
        };

        var refusal = await Assert.ThrowsAsync<InvalidException>(() => CreateAsync(wrong));

        Assert.Equal(
            ["nick required", "remark invalidCharacter", "phones[0] required", "emails[0] malformed", "tags[0] notFound", "vipLevel notFound",
             "vipLevel notAllowed", "blacklistReason notAllowed", "fields.cf_1 notFound"],
            refusal.Findings.Select(finding => $"{finding.Path} {finding.Code}"));
    }

    [SkippableFact]
    public async Task Create_IdOfOnesOwn_IsKeptAndNotGivenTwice()
    {
        await CreateAsync(Full(), 20_000_000);

        Assert.Equal(20_000_001, (await CreateAsync(Full())).Id);
        await Assert.ThrowsAsync<TakenException>(() => CreateAsync(Full(), 20_000_000));
        await Assert.ThrowsAsync<InvalidException>(() => CreateAsync(Full(), -1));
    }

    [SkippableFact]
    public async Task Create_AfterTheLastWasErased_DoesNotGiveItsIdAgain()
    {
        var erased = await CreateAsync(Full());
        await Access.Get<CustomerRemoval>().EraseAsync(Host, erased.Id, default);

        Assert.Equal(erased.Id + 1, (await CreateAsync(Full())).Id);
    }

    [SkippableFact]
    public async Task Update_SomeMembers_KeepsHistoryBeforeAndAfterAndAuditsNamesOnly()
    {
        var created = await CreateAsync(Full());
        var customer = created.Customer with { Nick = "Nana", Emails = ["canary@example.com"], City = null };

        await Customers.UpdateAsync(Host, created.Id, customer, created.Tag, default);

        var change = (await Customers.HistoryAsync(Host, created.Id, 0, 10, default))[0];
        Assert.Equal(
            [new FieldChange("nick", "Li Na", "Nana"), new FieldChange("emails", "Li@Example.com", "canary@example.com"), new FieldChange("city", "Wuhan", null)],
            change.Fields);
        var entry = (await Access.Get<AuditService>().ListAsync(Host, null, 1, default))[0];
        Assert.Equal(("customer.update", $"customer:{created.Id}"), (entry.Action, entry.Subject));
        Assert.Equal(["nick", "emails", "city"], entry.Fields);
        await using var db = await Access.Database.OpenAsync();
        Assert.DoesNotContain("canary", string.Join('|', await db.Audit.Select(row => row.Subject + row.Fields + row.ActorName).ToListAsync()));
    }

    [SkippableFact]
    public async Task Update_NothingDifferent_WritesNothing()
    {
        var created = await CreateAsync(Full());

        var after = await Customers.UpdateAsync(Host, created.Id, created.Customer, created.Tag, default);

        Assert.Equal(created.Tag, after.Tag);
        Assert.Single(await Customers.HistoryAsync(Host, created.Id, 0, 10, default));
    }

    [SkippableFact]
    public async Task Update_SomebodySavedInBetween_TellsWhoWhenAndWhichMembers()
    {
        var created = await CreateAsync(Full());
        var supervisor = await Access.UserAsync(Role.Supervisor);
        Access.Clock.Advance(TimeSpan.FromMinutes(1));
        var theirs = await Customers.UpdateAsync(supervisor, created.Id, created.Customer with { City = "Paris", Nick = "Na" }, created.Tag, default);

        var stale = await Assert.ThrowsAsync<StaleException>(
            () => Customers.UpdateAsync(Host, created.Id, created.Customer with { City = "Rome" }, created.Tag, default));

        Assert.Equal((supervisor.Name, Access.Clock.GetUtcNow(), theirs.Tag), (stale.ChangedBy, stale.ChangedAt, stale.CurrentTag));
        Assert.Equal(["nick", "city"], stale.ChangedFields);
        Assert.Equal("Paris", (await Customers.GetAsync(Host, created.Id, default)).Customer.City);
    }

    [SkippableFact]
    public async Task Update_HundredSaversOfOneVersion_OneWinsAndTheOthersAreTold()
    {
        var created = await CreateAsync(Full());

        var ends = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => Record.ExceptionAsync(
            () => Customers.UpdateAsync(Host, created.Id, created.Customer with { Remark = $"by {number}" }, created.Tag, default))));

        Assert.Single(ends, end => end is null);
        Assert.Equal(99, ends.Count(end => end is StaleException));
        Assert.Equal(2, (await Customers.HistoryAsync(Host, created.Id, 0, 10, default)).Count);
    }

    [SkippableFact]
    public async Task Changes_OneClickEach_ChangeThatAlone()
    {
        var created = await CreateAsync(new Customer { Nick = "A" });

        await Customers.SetBlacklistAsync(Host, created.Id, blacklisted: true, "spam", default);
        await Customers.SetVipAsync(Host, created.Id, vip: true, level: null, default);
        var last = await Customers.GetAsync(Host, created.Id, default);
        var remarked = await Customers.SetRemarkAsync(Host, created.Id, "hello", last.Tag, default);

        Assert.Equal(new Customer { Nick = "A", Blacklisted = true, BlacklistReason = "spam", Vip = true, Remark = "hello" }, remarked.Customer);
        Assert.Equal(("test", Access.Clock.GetUtcNow().Date), (remarked.BlacklistedBy, remarked.BlacklistedAt!.Value.Date));
    }

    [SkippableFact]
    public async Task Delete_Customer_HidesItUntilItIsRestored()
    {
        var created = await CreateAsync(Full());
        var removal = Access.Get<CustomerRemoval>();
        await removal.DeleteAsync(Host, created.Id, created.Tag, default);
        var agent = await Access.UserAsync(Role.Agent);

        await Assert.ThrowsAsync<NotFoundException>(() => Customers.GetAsync(agent, created.Id, default));
        Assert.NotNull((await Customers.GetAsync(Host, created.Id, default)).DeletedAt);
        Assert.Equal(created.Id, Assert.Single((await removal.ListDeletedAsync(Host, 1, 10, default)).Items).Id);

        await removal.RestoreAsync(Host, created.Id, default);
        Assert.Equal(created.Customer, (await Customers.GetAsync(Host, created.Id, default)).Customer);
    }

    [SkippableFact]
    public async Task Sweep_ThirtyDaysAfterDeleting_ErasesEveryRowAndLeavesTheAudit()
    {
        var created = await CreateAsync(Full());
        await Access.Get<CustomerRemoval>().DeleteAsync(Host, created.Id, created.Tag, default);
        await Access.Get<CustomerEraser>().SweepAsync(default);
        Assert.Equal(1, await CountAsync(db => db.Customers));

        Access.Clock.Advance(CustomerRetention.Deleted + TimeSpan.FromMinutes(10));
        await Access.Get<CustomerEraser>().SweepAsync(default);

        Assert.Equal(0, await CountAsync(db => db.Customers));
        Assert.Equal(0, await CountAsync(db => db.CustomerIdentifiers));
        Assert.Equal(0, await CountAsync(db => db.CustomerChanges));
        Assert.Equal("customer.erase", (await Access.Get<AuditService>().ListAsync(Host, null, 1, default))[0].Action);
    }

    private async Task<int> CountAsync<T>(Func<AppDbContext, IQueryable<T>> rows)
    {
        await using var db = await Access.Database.OpenAsync();
        return await rows(db).CountAsync();
    }
}

public sealed class SqliteCustomerServiceTests() : CustomerServiceContract(StorageProvider.Sqlite);

public sealed class PostgresCustomerServiceTests() : CustomerServiceContract(StorageProvider.PostgreSql);
