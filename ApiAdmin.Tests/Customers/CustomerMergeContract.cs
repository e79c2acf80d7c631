using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Data;

namespace ApiAdmin.Tests.Customers;

public abstract class CustomerMergeContract(StorageProvider provider) : CustomerContract(provider)
{
    private CustomerMerging Merging => Access.Get<CustomerMerging>();

    [SkippableFact]
    public async Task Duplicates_SamePhoneOrEmail_AreFoundInAnyNotationAndMasked()
    {
        var one = await CreateAsync(new Customer { Nick = "One", Phones = ["13800138000"], Emails = ["A@x.com"] });
        var two = await CreateAsync(new Customer { Nick = "Two", Phones = ["+86 138 0013 8000"], Emails = ["a@X.com"] });
        await CreateAsync(new Customer { Nick = "Three", Phones = ["13800138001"], Accounts = [new(AccountKind.WhatsappId, "8613800138000")] });

        var found = Assert.Single(await Merging.DuplicatesAsync(Host, one.Id, default));
        Assert.Equal((two.Id, "Two"), (found.Id, found.Nick));
        Assert.Equal(["+8613800138000", "a@X.com"], found.Shared.Order(StringComparer.Ordinal));
        var masked = Assert.Single(await Merging.DuplicatesAsync(await Access.UserAsync(Role.Agent), one.Id, default));
        Assert.Equal(["+861••••••8000", "a•••@X.com"], masked.Shared.Order(StringComparer.Ordinal));
    }

    [SkippableFact]
    public async Task Merge_TwoCustomers_KeepsEveryIdentifierAndTheHistoryAndLeadsOn()
    {
        var one = await CreateAsync(new Customer { Nick = "One", Phones = ["13800138000"], Remark = "first" });
        var two = await CreateAsync(Full("Two") with { Remark = "second" });
        var three = await CreateAsync(new Customer { Nick = "Three", Emails = ["t@x.com"] });

        await Merging.MergeAsync(Host, two.Id, three.Id, two.Tag, default);
        var merged = await Merging.MergeAsync(Host, one.Id, two.Id, one.Tag, default);

        Assert.Equal(
            Full("One") with { Phones = ["+8613800138000", "+861065529988"], Emails = ["Li@Example.com", "t@x.com"], Accounts = two.Customer.Accounts, Remark = "first\nsecond" },
            merged.Customer);
        Assert.Equal(one.Id, (await Customers.GetAsync(Host, two.Id, default)).Id);
        Assert.Equal(one.Id, (await Customers.GetAsync(Host, three.Id, default)).Id);
        Assert.Equal([one.Id], (await Access.Get<CustomerSearchService>().SearchAsync(Host, new CustomerSearch { Text = $"{three.Id}" }, default)).Items.Select(hit => hit.Id));
        Assert.Equal(5, (await Customers.HistoryAsync(Host, one.Id, 0, 10, default)).Count);
        await Assert.ThrowsAsync<TakenException>(() => CreateAsync(Full(), two.Id));
    }

    [SkippableFact]
    public async Task Merge_WithItself_IsRefused()
    {
        var one = await CreateAsync(Full());

        await Assert.ThrowsAsync<InvalidException>(() => Merging.MergeAsync(Host, one.Id, one.Id, one.Tag, default));
    }
}

public sealed class SqliteCustomerMergeTests() : CustomerMergeContract(StorageProvider.Sqlite);

public sealed class PostgresCustomerMergeTests() : CustomerMergeContract(StorageProvider.PostgreSql);
