using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Data;

namespace ApiAdmin.Tests.Customers;

public abstract class CallerLookupContract(StorageProvider provider) : CustomerContract(provider)
{
    private CallerLookup Callers => Access.Get<CallerLookup>();

    [SkippableTheory]
    [InlineData("+8613800138000")]
    [InlineData(" 8613800138000")]
    [InlineData("008613800138000")]
    [InlineData("138-0013-8000")]
    [InlineData("１３８００１３８０００")]
    public async Task Find_InAnyNotation_FindsWhoHasTheNumberTheLastUpdatedFirst(string tel)
    {
        var older = await CreateAsync(Full("older"));
        await CreateAsync(new Customer { Nick = "other", Phones = ["+8613800138001"] });
        var newer = await CreateAsync(new Customer { Nick = "newer", Phones = ["+8613800138000"] });
        var gone = await CreateAsync(Full("gone"));
        await Access.Get<CustomerRemoval>().DeleteAsync(Host, gone.Id, gone.Tag, default);
        Access.Clock.Advance(TimeSpan.FromMinutes(1));
        await Customers.SetRemarkAsync(Host, older.Id, "x", older.Tag, default);

        var found = await Callers.FindAsync(Host, tel, default);

        Assert.Equal([older.Id, newer.Id], found.Select(customer => customer.Id));
    }

    [SkippableTheory]
    [InlineData("anonymous")]
    [InlineData("8000")]
    [InlineData("")]
    public async Task Find_ByNoWholeNumber_FindsNobody(string tel)
    {
        await CreateAsync(Full());

        Assert.Empty(await Callers.FindAsync(Host, tel, default));
    }

    [SkippableFact]
    public async Task Find_ByAnAgent_IsMaskedAndNoWayToGuessShortNumbers()
    {
        await CreateAsync(new Customer { Nick = "short", Phones = ["101"] });
        await CreateAsync(Full());
        var agent = await Access.UserAsync(Role.Agent);

        Assert.Empty(await Callers.FindAsync(agent, "101", default));
        Assert.Single(await Callers.FindAsync(Host, "101", default));
        var seen = Assert.Single(await Callers.FindAsync(agent, "13800138000", default));
        Assert.True(seen.IsMasked);
        Assert.Equal("L•••@Example.com", seen.Customer.Emails[0]);
    }

    [SkippableFact]
    public async Task GetMany_InTheOrderAsked_LeavesOutDeletedAndUnknown()
    {
        var (first, second, gone) = (await CreateAsync(Full("1")), await CreateAsync(Full("2")), await CreateAsync(Full("3")));
        await Access.Get<CustomerRemoval>().DeleteAsync(Host, gone.Id, gone.Tag, default);

        var read = await Customers.GetManyAsync(await Access.UserAsync(Role.Agent), [second.Id, gone.Id, 999, first.Id], default);

        Assert.Equal(["2", "1"], read.Select(customer => customer.Customer.Nick));
        Assert.All(read, customer => Assert.Equal("+861••••••8000", customer.Customer.Phones[0]));
    }

    [SkippableFact]
    public async Task WithValuesOf_WhatWasRevealed_KeepsItUntilTheValuesChange()
    {
        var created = await CreateAsync(Full());
        var agent = await Access.UserAsync(Role.Agent);
        var revealed = (await Access.Get<CustomerReveal>().RevealAsync(agent, created.Id, default)).Customer;

        var changed = await Customers.SetVipAsync(agent, created.Id, false, null, default);
        Assert.Equal(created.Customer with { Vip = false }, changed.WithValuesOf(revealed).Customer);
        Assert.False(changed.WithValuesOf(revealed).IsMasked);

        var other = await Customers.UpdateAsync(Host, created.Id, created.Customer with { Phones = ["+4915112345678"] }, VersionMatch.Any, default);
        var seen = await Customers.GetAsync(agent, other.Id, default);
        Assert.Equal(seen, seen.WithValuesOf(revealed));
    }
}

public sealed class SqliteCallerLookupTests() : CallerLookupContract(StorageProvider.Sqlite);

public sealed class PostgresCallerLookupTests() : CallerLookupContract(StorageProvider.PostgreSql);
