using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Data;

namespace ApiAdmin.Tests.Customers;

public abstract class CustomerRightsContract(StorageProvider provider) : CustomerContract(provider)
{
    [SkippableFact]
    public async Task Get_ByEachRole_MasksPersonalValuesUnlessTheRoleSeesThem()
    {
        var created = await CreateAsync(Full());
        foreach (var (role, seen) in new[] { (Role.Administrator, true), (Role.Supervisor, true), (Role.Developer, false), (Role.Agent, false) })
        {
            var read = await Customers.GetAsync(await Access.UserAsync(role), created.Id, default);

            Assert.Equal(!seen, read.IsMasked);
            Assert.Equal(seen ? "+8613800138000" : "+861••••••8000", read.Customer.Phones[0]);
            Assert.Equal(seen ? "Li@Example.com" : "L•••@Example.com", read.Customer.Emails[0]);
            Assert.Equal(seen ? "oX-1_a" : "•••_a", read.Customer.Accounts[0].Value);
            Assert.Equal(seen ? "visitor-7" : "•••-7", read.Customer.VisitorIds[0]);
            Assert.Equal("李娜", read.Customer.RealName);
        }
    }

    [SkippableFact]
    public async Task History_ToAnAgent_MasksPersonalValuesBeforeAndAfter()
    {
        var created = await CreateAsync(Full());
        await Customers.UpdateAsync(Host, created.Id, created.Customer with { Phones = ["+4915112345678"] }, created.Tag, default);

        var history = await Customers.HistoryAsync(await Access.UserAsync(Role.Agent), created.Id, 0, 10, default);

        Assert.Equal(new FieldChange("phones", "+861••••••8000\n+861•••••9988", "+491••••••5678"), history[0].Fields[0]);
    }

    [SkippableFact]
    public async Task Update_ByAnAgentWhoSeesMasks_KeepsWhatWasMasked()
    {
        var created = await CreateAsync(Full());
        var agent = await Access.UserAsync(Role.Agent);
        var seen = await Customers.GetAsync(agent, created.Id, default);

        await Customers.UpdateAsync(agent, created.Id, seen.Customer with { Nick = "N", Phones = [.. seen.Customer.Phones, "+4915112345678"] }, seen.Tag, default);

        var stored = (await Customers.GetAsync(Host, created.Id, default)).Customer;
        Assert.Equal(created.Customer with { Nick = "N", Phones = [.. created.Customer.Phones, "+4915112345678"] }, stored);
    }

    [SkippableFact]
    public async Task Update_WithAMaskOfNothingStored_IsRefused()
    {
        var created = await CreateAsync(Full());
        var agent = await Access.UserAsync(Role.Agent);

        var refusal = await Assert.ThrowsAsync<InvalidException>(
            () => Customers.UpdateAsync(agent, created.Id, created.Customer with { Phones = ["+861••••••1111"] }, created.Tag, default));

        Assert.Equal(("phones[0]", FindingCodes.NotAllowed), (refusal.Findings[0].Path, refusal.Findings[0].Code));
    }

    [SkippableFact]
    public async Task Reveal_ByAnAgent_ShowsAllAndIsAuditedUntilTheHourIsUsedUp()
    {
        var created = await CreateAsync(Full());
        var agent = await Access.UserAsync(Role.Agent);
        var reveal = Access.Get<CustomerReveal>();

        var first = await reveal.RevealAsync(agent, created.Id, default);
        Assert.Equal((created.Customer, new RevealUse(1, 300), false), (first.Customer.Customer, first.Use, first.Use.IsNearLimit));
        Assert.Equal("customer.reveal", (await Access.Get<AuditService>().ListAsync(Host, null, 1, default))[0].Action);
        for (var number = 2; number <= 300; number++)
        {
            Assert.Equal(number >= 270, (await reveal.RevealAsync(agent, created.Id, default)).Use.IsNearLimit);
        }

        await Assert.ThrowsAsync<TooManyException>(() => reveal.RevealAsync(agent, created.Id, default));
        Assert.Equal("customer.reveal-refused", (await Access.Get<AuditService>().ListAsync(Host, null, 1, default))[0].Action);
        Access.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, (await reveal.RevealAsync(agent, created.Id, default)).Use.Used);
    }

    [SkippableFact]
    public async Task Reveal_ByADeveloper_IsRefused()
    {
        var created = await CreateAsync(Full());

        var developer = await Access.UserAsync(Role.Developer);
        await Assert.ThrowsAsync<AccessDeniedException>(() => Access.Get<CustomerReveal>().RevealAsync(developer, created.Id, default));
    }
}

public sealed class SqliteCustomerRightsTests() : CustomerRightsContract(StorageProvider.Sqlite);

public sealed class PostgresCustomerRightsTests() : CustomerRightsContract(StorageProvider.PostgreSql);
