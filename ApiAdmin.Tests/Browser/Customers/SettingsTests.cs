using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser.Customers;

/// <summary>A supervisor sets up fields, tags and levels; they are on a customer's page at once.</summary>
public sealed class SettingsTests
{
    [SkippableFact]
    public async Task Fields_MadeOrderedDisabledAndDeleted_AsTheSupervisorSays()
    {
        await using var site = await CustomerSite.StartAsync();
        var service = site.App.Services.GetRequiredService<CustomerFieldService>();
        var page = await site.VisitAsync(Role.Supervisor);
        await page.GotoAsync("/settings/customer-fields");

        await page.Button("Add field").ClickAsync();
        await page.Locator(".mud-dialog button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("#field-title-error")).ToBeVisibleAsync();
        await page.Locator("#field-title").FillAsync("Region");
        await page.Locator("#field-type").SelectOptionAsync("Cascade");
        await AddOptionAsync(page, 1, "Asia");
        await AddOptionAsync(page, 2, "China");
        await page.GetByLabel("Option above China").SelectOptionAsync("Asia");
        await page.Locator(".mud-dialog button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".field-table .mono")).ToHaveTextAsync(["cf_10001"]);
        await service.CreateAsync(AccessFixture.Host, new CustomerField { Title = "Size" }, default);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".row-name")).ToHaveTextAsync(["Size", "Region"]);

        await page.Button("Move Region up").FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Assertions.Expect(page.Locator(".row-name")).ToHaveTextAsync(["Region", "Size"]);
        await Assertions.Expect(page.Locator("#up-cf_10001")).ToBeFocusedAsync();
        await page.Button("Disable Size").ClickAsync();
        await Assertions.Expect(page.Button("Enable Size")).ToBeVisibleAsync();

        var customer = await site.AddAsync(new Customer { Nick = "x", Fields = Value("cf_10001", "o_2") });
        await page.GotoAsync($"/customers/{customer.Id}");
        await Assertions.Expect(page.Locator("[aria-labelledby=fields-title] dd")).ToHaveTextAsync(["Asia/China"]);
        await page.GotoAsync("/settings/customer-fields");
        await page.Button("Delete Region").ClickAsync();
        await Assertions.Expect(page.Locator(".mud-dialog")).ToContainTextAsync("1 values of customers go");
        await page.Locator(".mud-dialog input").FillAsync("cf_10001");
        await page.Locator(".mud-dialog .btn-danger").ClickAsync();
        await Assertions.Expect(page.Locator(".row-name")).ToHaveTextAsync(["Size"]);
        Assert.Empty((await site.ReadAsync(customer.Id)).Fields);
    }

    [SkippableTheory]
    [InlineData("/settings/tags", "Add tag", true)]
    [InlineData("/settings/vip-levels", "Add VIP level", false)]
    public async Task Entries_MadeRenamedRefusedAndDeleted(string path, string add, bool grouped)
    {
        await using var site = await CustomerSite.StartAsync();
        var page = await site.VisitAsync(Role.Supervisor);
        await page.GotoAsync(path);

        await AddAsync("Gold");
        await Assertions.Expect(page.Locator(".row-name")).ToHaveTextAsync("Gold");
        await page.Button(add).ClickAsync();
        await FillAsync("gold");
        await Assertions.Expect(page.Locator(".field-error")).ToContainTextAsync("already");
        await page.Button("Cancel").ClickAsync();
        await page.Button("Edit Gold").ClickAsync();
        await page.Locator("#entry-name").FillAsync("Silver");
        await page.Locator(".mud-dialog button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".row-name")).ToHaveTextAsync("Silver");
        var id = await page.Locator(".list-table .mono").TextContentAsync();
        await page.Button("Delete Silver").ClickAsync();
        await page.Locator(".mud-dialog input").FillAsync(id!);
        await page.Locator(".mud-dialog .btn-danger").ClickAsync();
        await page.WaitForSelectorAsync(".empty-state");

        async Task AddAsync(string name)
        {
            await page.Button(add).ClickAsync();
            await FillAsync(name);
        }

        async Task FillAsync(string name)
        {
            if (grouped)
            {
                await page.Locator("#entry-group").FillAsync("Group");
            }

            await page.Locator("#entry-name").FillAsync(name);
            await page.Locator(".mud-dialog button[type=submit]").ClickAsync();
        }
    }

    private static async Task AddOptionAsync(IPage page, int number, string name)
    {
        await page.Button("Add option").ClickAsync();
        await page.GetByLabel($"Option {number}", new() { Exact = true }).FillAsync(name);
    }

    private static Core.Definitions.ValueMap<Core.Definitions.ValueList<string>> Value(string field, string option) =>
        new([KeyValuePair.Create<string, Core.Definitions.ValueList<string>>(field, [option])]);
}
