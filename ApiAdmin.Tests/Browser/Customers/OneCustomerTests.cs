using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser.Customers;

/// <summary>What is done on the page of one customer, by who may do it.</summary>
public sealed class OneCustomerTests
{
    [SkippableFact]
    public async Task QuickChanges_WithoutEditing_AreSavedAndStandInTheHistory()
    {
        await using var site = await CustomerSite.StartAsync();
        var id = (await site.AddAsync(CustomerSite.LiNa with { Vip = null })).Id;
        var page = await site.VisitAsync(Role.Agent);
        await page.GotoAsync($"/customers/{id}");

        await page.Button("VIP").ClickAsync();
        await Assertions.Expect(page.Button("VIP")).ToHaveAttributeAsync("aria-pressed", "true");
        await page.GetByLabel("Reason for the blacklist").FillAsync("shouts");
        await page.Button("Blacklist").ClickAsync();
        await Assertions.Expect(page.Locator(".blacklisted")).ToContainTextAsync("shouts");
        await page.Locator("#customer-remark").FillAsync("Rings at noon");
        await Assertions.Expect(page.Locator("[data-unsaved]")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator("[data-unsaved]")).ToHaveCountAsync(0);

        var stored = await site.ReadAsync(id);
        Assert.Equal(CustomerSite.LiNa with { Vip = true, Blacklisted = true, BlacklistReason = "shouts", Remark = "Rings at noon" }, stored);
        await Assertions.Expect(page.Locator(".changes li").First).ToContainTextAsync("Rings at noon");
        await Assertions.Expect(page.Locator(".changes li").First.Locator("del")).ToHaveTextAsync("Calls\nin the evening");
        await page.Button("Take off the blacklist").ClickAsync();
        await Assertions.Expect(page.Locator(".blacklisted")).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task Remark_WhenSomebodyWroteAnother_ShowsTheirsAndKeepsMine()
    {
        await using var site = await CustomerSite.StartAsync();
        var created = await site.AddAsync(CustomerSite.LiNa);
        var page = await site.VisitAsync(Role.Agent);
        await page.GotoAsync($"/customers/{created.Id}");
        await page.Locator("#customer-remark").FillAsync("mine");

        await site.Customers.SetRemarkAsync(AccessFixture.Host, created.Id, "theirs", created.Tag, default);
        await page.Button("Save").ClickAsync();

        await Assertions.Expect(page.Locator(".notice-warn")).ToContainTextAsync("theirs");
        await Assertions.Expect(page.Locator("#customer-remark")).ToHaveValueAsync("mine");
        await page.Button("Save mine over theirs").ClickAsync();
        await Assertions.Expect(page.Locator(".notice-warn")).ToHaveCountAsync(0);
        Assert.Equal("mine", (await site.ReadAsync(created.Id)).Remark);
    }

    [SkippableFact]
    public async Task Reveal_ShowsAllAndStaysAfterAChange_AndIsAuditedOnce()
    {
        await using var site = await CustomerSite.StartAsync();
        var id = (await site.AddAsync(CustomerSite.LiNa)).Id;
        var page = await site.VisitAsync(Role.Agent);
        await page.GotoAsync($"/customers/{id}");
        await Assertions.Expect(page.Locator("#copy-phone-0")).ToHaveTextAsync("+861••••••8000");

        await page.Button("Reveal").ClickAsync();
        await Assertions.Expect(page.Locator("#copy-phone-0")).ToHaveTextAsync("+8613800138000");
        await Assertions.Expect(page.Locator("#copy-whatsappId-0")).ToHaveTextAsync("wa-778899-zz");
        await page.Button("VIP").ClickAsync();
        await Assertions.Expect(page.Button("VIP")).ToHaveAttributeAsync("aria-pressed", "false");
        await Assertions.Expect(page.Locator("#copy-phone-0")).ToHaveTextAsync("+8613800138000");
        await page.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#customer-phones-0")).ToHaveValueAsync("+8613800138000");

        var rows = await site.App.Services.GetRequiredService<AuditService>().ListAsync(AccessFixture.Host, null, 50, default);
        Assert.Equal($"customer:{id}", Assert.Single(rows, row => row.Action == "customer.reveal").Subject);
    }

    [SkippableFact]
    public async Task Reveal_NearTheHoursLimit_WarnsFirstAndIsRefusedBeyond()
    {
        await using var site = await CustomerSite.StartAsync();
        var id = (await site.AddAsync(CustomerSite.LiNa)).Id;
        var agent = await site.App.CreateUserAsync(Role.Agent);
        var (reveal, actor) = (site.App.Services.GetRequiredService<CustomerReveal>(), new UserActor(agent.Id, agent.Email!));
        for (var used = 0; used < CustomerReveal.HourlyLimit - 1; used++)
        {
            await reveal.RevealAsync(actor, id, default);
        }

        var page = await site.VisitAsync(agent);
        await page.GotoAsync($"/customers/{id}");
        await page.Button("Reveal").ClickAsync();

        await Assertions.Expect(page.Locator(".reveal-warning")).ToContainTextAsync("Only 1 of 300");
        await Assertions.Expect(page.Locator("#copy-phone-0")).ToHaveTextAsync("+861••••••8000");
        await page.Button("Reveal anyway").ClickAsync();
        await Assertions.Expect(page.Locator("#copy-phone-0")).ToHaveTextAsync("+8613800138000");
        await page.ReloadAsync();
        await page.Button("Reveal").ClickAsync();
        await Assertions.Expect(page.Locator(".field-error")).ToContainTextAsync("which is the limit");
    }

    [SkippableFact]
    public async Task Delete_ThenUndo_BringsTheCustomerBack_AndTheTrashRestoresAndErases()
    {
        await using var site = await CustomerSite.StartAsync();
        var id = (await site.AddAsync(CustomerSite.LiNa)).Id;
        var page = await site.VisitAsync(Role.Administrator);
        await page.GotoAsync($"/customers/{id}");

        await page.Button("Delete").ClickAsync();
        await page.WaitForSelectorAsync(".empty-state");
        await page.Button("Undo").ClickAsync();
        await Assertions.Expect(page.Locator(".row-link")).ToHaveTextAsync("Li Na");

        await page.Locator(".row-link").ClickAsync();
        await page.Button("Delete").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Deleted", Exact = true }).ClickAsync();
        await page.Button("Restore Li Na").ClickAsync();
        await Assertions.Expect(page.Locator(".empty-state")).ToContainTextAsync("Nothing was deleted");

        await page.GotoAsync($"/customers/{id}");
        await page.Button("Delete").ClickAsync();
        await page.WaitForSelectorAsync(".empty-state");
        await page.GotoAsync($"/customers/{id}");
        await Assertions.Expect(page.Locator(".notice-warn")).ToContainTextAsync("can be restored");
        await page.Button("Erase now").ClickAsync();
        await page.Locator(".mud-dialog input").FillAsync(id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await page.Locator(".mud-dialog .btn-danger").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(site.App.Address + "/customers");
        await Assert.ThrowsAsync<Core.NotFoundException>(() => site.Customers.GetAsync(AccessFixture.Host, id, default));
    }

    [SkippableFact]
    public async Task Merge_KeepsEveryIdentifierAndTheOldIdLeadsToTheSurvivor()
    {
        await using var site = await CustomerSite.StartAsync();
        var first = await site.AddAsync(CustomerSite.LiNa);
        var second = await site.AddAsync(new Customer { Nick = "Nana", Phones = ["+8613800138000", "+8613900139000"], Emails = ["nana@example.org"], Enterprise = "Other" });
        var page = await site.VisitAsync(Role.Supervisor);
        await page.GotoAsync($"/customers/{first.Id}");

        await page.GetByRole(AriaRole.Link, new() { Name = "Compare and merge with Nana" }).ClickAsync();
        await Assertions.Expect(page.Locator(".merge-goes .long-text", new() { HasText = "Other" })).ToBeVisibleAsync();
        await page.Locator(".notice .btn-danger").ClickAsync();
        await page.Locator(".mud-dialog input").FillAsync(second.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await page.Locator(".mud-dialog .btn-danger").ClickAsync();

        await Assertions.Expect(page.Locator("#copy-phone-2")).ToHaveTextAsync("+8613900139000");
        Assert.Equal(["li.na@example.com", "nana@example.org"], (await site.ReadAsync(first.Id)).Emails);
        await page.GotoAsync($"/customers/{second.Id}");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Li Na");
        await Assertions.Expect(page).ToHaveURLAsync($"{site.App.Address}/customers/{first.Id}");
    }

    [SkippableFact]
    public async Task OpenPage_OfSomebodyDemoted_RefusesTheNextChangeInWords()
    {
        await using var site = await CustomerSite.StartAsync();
        var id = (await site.AddAsync(CustomerSite.LiNa)).Id;
        var agent = await site.App.CreateUserAsync(Role.Agent);
        await site.App.CreateUserAsync(Role.Administrator);
        var page = await site.VisitAsync(agent);
        await page.GotoAsync($"/customers/{id}");
        await page.WaitForSelectorAsync("#customer-remark");

        await site.App.Services.GetRequiredService<UserService>().SetRoleAsync(AccessFixture.Host, agent.Id, Role.Developer, default);
        await page.Button("VIP").ClickAsync();

        await Assertions.Expect(page.Locator(".field-error")).ToContainTextAsync("Ask an administrator");
        Assert.True((await site.ReadAsync(id)).Vip);
        await page.Button("Reveal").ClickAsync();
        await Assertions.Expect(page.Locator(".field-error")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("#copy-phone-0")).ToHaveTextAsync("+861••••••8000");
    }
}
