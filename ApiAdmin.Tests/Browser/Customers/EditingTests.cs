using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Customers.Validation;
using ApiAdmin.Tests.Support;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser.Customers;

/// <summary>The form of a customer: what is wrong stands at its field, what others saved meanwhile is shown, what is unsaved is guarded.</summary>
public sealed class EditingTests
{
    [SkippableFact]
    public async Task Save_WithMistakes_ShowsEachAtItsFieldAndSavesNothing()
    {
        await using var site = await CustomerSite.StartAsync();
        var page = await site.VisitAsync(Role.Agent);
        await page.GotoAsync("/customers/new");

        await page.Locator("#customer-emails-0").FillAsync("no mail");
        await page.Button("Save").ClickAsync();

        await Assertions.Expect(page.Locator("#customer-nick-error")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#customer-emails-0-error")).ToContainTextAsync("no e-mail address");
        await Assertions.Expect(page.Locator("#customer-nick")).ToBeFocusedAsync();
        await page.Locator("#customer-nick").FillAsync("Nana");
        await page.Locator("#customer-emails-0").FillAsync("nana@example.org");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Nana");
    }

    [SkippableFact]
    public async Task EveryPart_Edited_IsStored()
    {
        await using var site = await CustomerSite.StartAsync();
        var full = await site.WithListsAsync(CustomerSite.LiNa);
        var id = (await site.AddAsync(new Customer { Nick = "x" })).Id;
        var page = await site.VisitAsync(Role.Supervisor);
        await page.GotoAsync($"/customers/{id}/edit");
        foreach (var (field, text) in new[]
        {
            ("nick", full.Nick), ("realName", full.RealName), ("enterprise", full.Enterprise), ("country", full.Country), ("province", full.Province), ("city", full.City),
            ("source", full.Source), ("owner", full.Owner), ("remark", full.Remark),
        })
        {
            await page.Locator($"#customer-{field}").FillAsync(text!);
        }

        await page.Locator("#customer-sex").SelectOptionAsync("Female");
        await page.Locator("#customer-vip").SelectOptionAsync("yes");
        await page.Locator("#customer-vipLevel").SelectOptionAsync("3");
        await page.GetByLabel("2", new() { Exact = true }).CheckAsync();
        await AddAsync(page, "Add phone", "#customer-phones-0", full.Phones[1]);
        await AddAsync(page, "Add phone", "#customer-phones-1", full.Phones[0]);
        await page.Button("Make primary: Phone 2").ClickAsync();
        await AddAsync(page, "Add e-mail", "#customer-emails-0", full.Emails[0]);
        await AddAsync(page, "Add visitor id", "#customer-visitorIds-0", full.VisitorIds[0]);
        for (var account = 0; account < full.Accounts.Count; account++)
        {
            await page.Button("Add account").ClickAsync();
            await page.GetByLabel($"Kind of Account {account + 1}").SelectOptionAsync(full.Accounts[account].Kind.ToString());
            await page.Locator($"#customer-account-{account}").FillAsync(full.Accounts[account].Value);
        }

        await FillFieldsAsync(page, full);
        await page.Button("Save").ClickAsync();
        await page.WaitForSelectorAsync(".changes");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(full.Nick);

        Assert.Equal(full, await site.ReadAsync(id));
    }

    [SkippableFact]
    public async Task Save_AfterSomebodyElseSaved_ShowsWhoAndEachFieldAndSavesTheChoice()
    {
        await using var site = await CustomerSite.StartAsync();
        var created = await site.AddAsync(CustomerSite.LiNa);
        var page = await site.VisitAsync(Role.Agent);
        await page.GotoAsync($"/customers/{created.Id}/edit");
        await page.Locator("#customer-city").FillAsync("Beijing");
        await page.Locator("#customer-owner").FillAsync("mine");

        await site.Customers.UpdateAsync(AccessFixture.Host, created.Id, CustomerSite.LiNa with { Owner = "theirs", Enterprise = "Changed Ltd" }, created.Tag, default);
        await page.Button("Save").ClickAsync();

        var conflict = page.Locator(".conflict");
        await Assertions.Expect(conflict).ToContainTextAsync(AccessFixture.Host.Name);
        await Assertions.Expect(conflict.Locator("tbody th")).ToContainTextAsync(["Enterprise", "Owner agent", "City"]);
        await Assertions.Expect(conflict.Locator(".badge")).ToHaveCountAsync(1);
        await conflict.Locator("tr", new() { HasText = "Owner agent" }).GetByLabel("Theirs").CheckAsync();
        await page.Button("Save what is chosen").ClickAsync();

        await page.WaitForSelectorAsync(".changes");
        Assert.Equal(CustomerSite.LiNa with { City = "Beijing", Owner = "theirs", Enterprise = "Changed Ltd" }, await site.ReadAsync(created.Id));
    }

    [SkippableFact]
    public async Task Leaving_WithSomethingUnsaved_AsksFirst()
    {
        await using var site = await CustomerSite.StartAsync();
        var id = (await site.AddAsync(CustomerSite.LiNa)).Id;
        var page = await site.VisitAsync(Role.Agent);
        await page.GotoAsync($"/customers/{id}/edit");
        await page.Locator("#customer-nick").FillAsync("Changed");
        await Assertions.Expect(page.Locator("[data-unsaved]")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Cancel" }).ClickAsync();
        await page.Button("Stay here").ClickAsync();
        await Assertions.Expect(page.Locator("#customer-nick")).ToHaveValueAsync("Changed");
        await page.Locator("#customer-nick").FillAsync("Li Na");
        await Assertions.Expect(page.Locator("[data-unsaved]")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Cancel" }).ClickAsync();
        await page.WaitForSelectorAsync(".changes");
    }

    [SkippableFact]
    public async Task Agent_WhoSeesMasks_EditsTheRestAndRemovesOneOfThem()
    {
        await using var site = await CustomerSite.StartAsync();
        var id = (await site.AddAsync(CustomerSite.LiNa)).Id;
        var page = await site.VisitAsync(Role.Agent);
        await page.GotoAsync($"/customers/{id}/edit");
        await Assertions.Expect(page.Locator("#customer-phones-0")).ToHaveValueAsync("+861••••••8000");
        await Assertions.Expect(page.Locator("#customer-phones-0")).ToHaveAttributeAsync("readonly", "");

        await page.Button("Remove Phone 2").ClickAsync();
        await page.Locator("#customer-city").FillAsync("Beijing");
        await page.Button("Save").ClickAsync();
        await page.WaitForSelectorAsync(".changes");

        Assert.Equal(CustomerSite.LiNa with { City = "Beijing", Phones = ["+8613800138000"] }, await site.ReadAsync(id));
    }

    /// <summary>Every twentieth of the nastiest strings in every free field at once, each field another one.</summary>
    [SkippableFact]
    public async Task NaughtyStrings_InEveryField_AreKeptAndShownAsThemselves()
    {
        await using var site = await CustomerSite.StartAsync();
        var id = (await site.AddAsync(new Customer { Nick = "x", Phones = ["1"], VisitorIds = ["2"] })).Id;
        var page = await site.VisitAsync(Role.Supervisor);
        var texts = NaughtyStrings.Read().Where((_, index) => index % 20 == 0).Where(IsFree).ToList();
        Assert.True(texts.Count > 15, "Few strings are left.");
        string[] fields = ["nick", "realName", "enterprise", "country", "province", "city", "source", "owner", "visitorIds-0", "remark"];
        for (var round = 0; round < texts.Count; round++)
        {
            await page.GotoAsync($"/customers/{id}/edit");
            await page.WaitForSelectorAsync("#customer-nick");
            for (var index = 0; index < fields.Length; index++)
            {
                await page.Locator($"#customer-{fields[index]}").FillAsync(texts[(round + index) % texts.Count]);
            }

            await page.Button("Save").ClickAsync();
            await page.WaitForSelectorAsync(".changes");
            var stored = await site.ReadAsync(id);
            string?[] kept = [stored.Nick, stored.RealName, stored.Enterprise, stored.Country, stored.Province, stored.City, stored.Source, stored.Owner, stored.VisitorIds[0], stored.Remark];
            Assert.Equal(fields.Select((field, index) => Typed(field, texts[(round + index) % texts.Count])), kept);
            Assert.Equal(stored.Nick, await page.Locator("h1").TextContentAsync());
            await Assertions.Expect(page.Locator("#customer-remark")).ToHaveValueAsync(stored.Remark!.ReplaceLineEndings("\n"));
        }
    }

    private static string Typed(string field, string text) => field == "visitorIds-0" ? text.Trim() : text;

    /// <summary>What the validator takes in every field, and a field of one line can hold.</summary>
    private static bool IsFree(string text) => text.Trim().Length > 0 && !text.Contains('\n', StringComparison.Ordinal) && !text.Contains('\r', StringComparison.Ordinal) && CustomerValidator.Validate(
        new Customer { Nick = text, RealName = text, Enterprise = text, Country = text, Owner = text, VisitorIds = [text], Remark = text }, CustomerCatalog.Empty).Count == 0;

    private static async Task AddAsync(IPage page, string button, string field, string text)
    {
        await page.Button(button).ClickAsync();
        await Assertions.Expect(page.Locator(field)).ToBeFocusedAsync();
        await page.Locator(field).FillAsync(text);
    }

    private static async Task FillFieldsAsync(IPage page, Customer full)
    {
        foreach (var (id, values) in full.Fields)
        {
            var field = page.Locator($"#customer-{id}");
            if (await field.CountAsync() == 0)
            {
                await page.Locator($"input[name=customer-{id}]").Nth(1).CheckAsync();
            }
            else if (await field.EvaluateAsync<string>("e => e.localName") == "select")
            {
                await field.SelectOptionAsync(values[0]);
            }
            else
            {
                await field.FillAsync(values[0]);
            }
        }
    }
}
