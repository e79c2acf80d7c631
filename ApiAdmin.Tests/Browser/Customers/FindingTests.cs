using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Tests.Support;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser.Customers;

/// <summary>An agent finds a caller before saying hello: by the keyboard alone, and by the number that rings.</summary>
public sealed class FindingTests
{
    [SkippableTheory]
    [InlineData("456789", "Li Na", "456789")]
    [InlineData("李娜", "Li Na", "李娜")]
    [InlineData("WA-778899", "Li Na", "wa")]
    [InlineData("tennis", "Li Na", "Tennis")]
    [InlineData("jürgen", "Jurgen Öz", "Jurgen")]
    public async Task Agent_TypesWhatTheCallerSays_OpensTheCallerByEnter(string typed, string nick, string marked)
    {
        await using var site = await SeededAsync();
        var page = await site.VisitAsync(Role.Agent);
        await page.GotoAsync("/customers");
        await page.WaitForSelectorAsync(".customer-table");

        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(typed);

        await Assertions.Expect(page.Locator(".customer-table tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("mark").First).ToHaveTextAsync(marked);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(nick);
    }

    [SkippableFact]
    public async Task Enter_RightAfterTyping_OpensWhatTheWholeTextFinds()
    {
        await using var site = await SeededAsync();
        var page = await site.VisitAsync(Role.Agent);
        await page.GotoAsync("/customers");
        await page.WaitForSelectorAsync(".customer-table");

        await page.Keyboard.TypeAsync("Customer 17");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Customer 17");
        await page.GoBackAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("Customer 17");
    }

    [SkippableFact]
    public async Task Arrows_MoveTheChoiceAndTheAddressHoldsTheSearch()
    {
        await using var site = await SeededAsync();
        var page = await site.VisitAsync(Role.Agent);
        await page.GotoAsync("/customers");
        await page.WaitForSelectorAsync(".customer-table");
        await page.Keyboard.TypeAsync("customer 1");
        await Assertions.Expect(page.Locator("tr.active a")).ToHaveTextAsync("Customer 1");

        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowUp");

        var second = await page.Locator(".customer-table tbody tr").Nth(1).GetAttributeAsync("id");
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveAttributeAsync("aria-activedescendant", second!);
        await page.WaitForFunctionAsync("() => location.search === '?search=customer%201'");
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("customer 1");
        await Assertions.Expect(page.Locator(".customer-table tbody tr")).ToHaveCountAsync(24);
        await Assertions.Expect(page.GetByTestId("count")).ToHaveTextAsync("24 customers");
    }

    [SkippableFact]
    public async Task ScreenPop_OfOneManyAndNobody_OpensListsAndBeginsANewCustomer()
    {
        await using var site = await SeededAsync();
        var page = await site.VisitAsync(Role.Agent);

        await page.GotoAsync("/customers?tel=%2B49%20(0)151%2023456789");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Li Na");

        await page.GotoAsync("/customers?tel=008613800138000");
        await Assertions.Expect(page.Locator(".customer-table tbody tr")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".notice-info")).ToContainTextAsync("2 customers have this number");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#customer-remark");

        await page.GotoAsync("/customers?tel=+13999999999");
        await Assertions.Expect(page.Locator("#customer-phones-0")).ToHaveValueAsync("+13999999999");
        await page.Locator("#customer-nick").FillAsync("New caller");
        await page.Button("Save").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("New caller");
    }

    [SkippableTheory]
    [InlineData("0151 999888777", "#customer-phones-0")]
    [InlineData("zoe@example.org", "#customer-emails-0")]
    [InlineData("Zoë Unknown", "#customer-nick")]
    public async Task NobodyFound_OffersANewCustomerWithWhatWasTyped(string typed, string field)
    {
        await using var site = await SeededAsync();
        var page = await site.VisitAsync(Role.Agent);
        await page.GotoAsync("/customers");
        await page.WaitForSelectorAsync(".customer-table");
        await page.Keyboard.TypeAsync(typed);

        await page.Locator(".empty-state").GetByRole(AriaRole.Link, new() { Name = "New customer" }).ClickAsync();

        await Assertions.Expect(page.Locator(field)).ToHaveValueAsync(typed);
    }

    [SkippableFact]
    public async Task Filters_NarrowTheListAndStandInTheAddress()
    {
        await using var site = await SeededAsync();
        await site.AddAsync((await site.WithListsAsync(CustomerSite.LiNa)) with { Nick = "Tagged", Phones = [], Owner = "agent-7" });
        var page = await site.VisitAsync(Role.Agent);
        await page.GotoAsync("/customers");
        await page.WaitForSelectorAsync(".customer-table");
        await page.GetByText("Filters").ClickAsync();

        await page.GetByLabel("Tag", new() { Exact = true }).SelectOptionAsync("2");
        await Assertions.Expect(page.Locator(".customer-table tbody tr")).ToHaveCountAsync(1);
        await page.GetByLabel("Owner agent").FillAsync("agent-7");
        await page.GetByLabel("Owner agent").PressAsync("Tab");
        await page.GetByLabel("Customer field").SelectOptionAsync(new SelectOptionValue { Label = "500" });
        await page.GetByLabel("500").SelectOptionAsync("22");

        await page.WaitForFunctionAsync("() => location.search === '?tag=t_1&owner=agent-7&field=cf_10006&value=2'");
        await Assertions.Expect(page.Locator(".row-link")).ToHaveTextAsync("Tagged");
        await page.GetByLabel("Blacklist").SelectOptionAsync("yes");
        await Assertions.Expect(page.Locator(".empty-state")).ToContainTextAsync("Nobody found");
        await page.Locator(".empty-state").GetByRole(AriaRole.Button, new() { Name = "Clear the filters" }).ClickAsync();
        await Assertions.Expect(page.Locator(".customer-table tbody tr")).ToHaveCountAsync(28);
    }

    [SkippableFact]
    public async Task Filters_SuggestOwnersAndChannelsOfTheWholeBaseAndKnowWhoIsNoVip()
    {
        await using var site = await SeededAsync();
        await site.AddAsync(new Customer { Nick = "Old one", Owner = "Berta", Source = "fair 2019", Vip = true });
        for (var number = 0; number < CustomerSearch.LargestPage; number++)
        {
            await site.AddAsync(new Customer { Nick = $"Newer {number}", Owner = "Anna" });
        }

        var page = await site.VisitAsync(Role.Agent);
        await page.GotoAsync("/customers");
        await page.WaitForSelectorAsync(".customer-table");
        await page.GetByText("Filters").ClickAsync();

        await page.GetByLabel("Owner agent").FocusAsync();
        await Assertions.Expect(page.Locator("#owner-values option")).ToHaveCountAsync(3);
        await page.GetByLabel("Owner agent").PressSequentiallyAsync("ber");
        await Assertions.Expect(page.Locator("#owner-values option")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#owner-values option")).ToHaveAttributeAsync("value", "Berta");
        await page.GetByLabel("Owner agent").FillAsync("");
        await page.GetByLabel("Source channel").FocusAsync();
        await Assertions.Expect(page.Locator("#source-values option[value='fair 2019']")).ToHaveCountAsync(1);
        await page.GetByLabel("Source channel").FillAsync("fair 2019");
        await page.GetByLabel("Source channel").PressAsync("Tab");
        await Assertions.Expect(page.Locator(".customer-table tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".row-link")).ToHaveTextAsync("Old one");

        await page.GetByLabel("VIP", new() { Exact = true }).SelectOptionAsync("Not VIP");
        await Assertions.Expect(page.Locator(".empty-state")).ToContainTextAsync("Nobody found");
        await page.WaitForFunctionAsync("() => new URLSearchParams(location.search).get('vip') === 'no'");
        await page.GotoAsync("/customers?vip=no&search=old%20one");
        await Assertions.Expect(page.Locator(".empty-state")).ToContainTextAsync("Nobody found");
        await page.GotoAsync("/customers?vip=yes&search=old%20one");
        await Assertions.Expect(page.Locator(".row-link")).ToHaveTextAsync("Old one");
    }

    [SkippableFact]
    public async Task NobodyFound_ByTooFewCharacters_SaysHowManyItTakes()
    {
        await using var site = await SeededAsync();
        var page = await site.VisitAsync(Role.Agent);
        await page.GotoAsync("/customers");
        await page.WaitForSelectorAsync(".customer-table");

        await page.Locator("#customer-search").FillAsync("§");
        await Assertions.Expect(page.Locator(".empty-state")).ToContainTextAsync("Type at least two characters");
        await Assertions.Expect(page.Locator(".empty-state a")).ToHaveCountAsync(0);
        await page.Locator("#customer-search").FillAsync("q7z");
        await Assertions.Expect(page.Locator(".empty-state")).ToContainTextAsync("by four where they are hidden from you");
        await page.Locator("#customer-search").FillAsync("q7zq");
        await Assertions.Expect(page.Locator(".empty-state")).ToContainTextAsync("Check the spelling");
    }

    [SkippableFact]
    public async Task Pages_GoOnByTheirCursorAndOpenedCustomersStandAboveTheList()
    {
        await using var site = await SeededAsync();
        for (var number = 0; number < 40; number++)
        {
            await site.AddAsync(new Customer { Nick = $"Extra {number}" });
        }

        var page = await site.VisitAsync(Role.Agent);
        await page.GotoAsync("/customers");
        await Assertions.Expect(page.Locator(".customer-table tbody tr")).ToHaveCountAsync(50);
        await page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();
        await Assertions.Expect(page.Locator(".customer-table tbody tr")).ToHaveCountAsync(17);
        await page.Locator(".row-link").First.ClickAsync();
        await page.WaitForSelectorAsync("#customer-remark");
        var nick = await page.Locator("h1").InnerTextAsync();
        await page.GotoAsync("/customers");
        await Assertions.Expect(page.Locator(".opened-customers a")).ToHaveTextAsync(nick);
    }

    [SkippableFact]
    public async Task PreviousPage_LeadsBackTheWayOneCameAndNeverElsewhere()
    {
        await using var site = await SeededAsync();
        for (var number = 0; number < 150; number++)
        {
            await site.AddAsync(new Customer { Nick = $"Extra {number}" });
        }

        var page = await site.VisitAsync(Role.Agent);
        var (next, previous) = (page.GetByRole(AriaRole.Link, new() { Name = "Next page" }), page.GetByRole(AriaRole.Link, new() { Name = "Previous page" }));
        var rows = new Dictionary<int, string>();
        await page.GotoAsync("/customers");
        for (var number = 1; number <= 4; number++)
        {
            rows[number] = await ShownAsync(page, number);
            await Assertions.Expect(previous).ToHaveCountAsync(number == 1 ? 0 : 1);
            await (number < 4 ? next : previous).ClickAsync();
        }

        // Back over a page, by the browser from page 3 to 4, and to a customer and back again.
        Assert.Equal(rows[3], await ShownAsync(page, 3));
        await page.GoBackAsync();
        Assert.Equal(rows[4], await ShownAsync(page, 4));
        await page.Locator(".row-link").First.ClickAsync();
        await page.WaitForSelectorAsync("#customer-remark");
        await page.GoBackAsync();
        Assert.Equal(rows[4], await ShownAsync(page, 4));
        foreach (var number in new[] { 3, 2, 1 })
        {
            await previous.ClickAsync();
            Assert.Equal(rows[number], await ShownAsync(page, number));
        }

        await Assertions.Expect(previous).ToHaveCountAsync(0);

        // A page that was opened by its address knows no page before it, but for the second.
        await next.ClickAsync();
        await ShownAsync(page, 2);
        await page.ReloadAsync();
        await ShownAsync(page, 2);
        await previous.ClickAsync();
        Assert.Equal(rows[1], await ShownAsync(page, 1));
        await next.ClickAsync();
        await ShownAsync(page, 2);
        await next.ClickAsync();
        await ShownAsync(page, 3);
        await page.ReloadAsync();
        Assert.Equal(rows[3], await ShownAsync(page, 3));
        await Assertions.Expect(previous).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "First page" })).ToHaveCountAsync(1);
    }

    [SkippableFact]
    public async Task Palette_FindsCustomersMaskedByRole()
    {
        await using var site = await SeededAsync();
        var page = await site.VisitAsync(Role.Agent);
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator("#palette-search")).ToBeFocusedAsync();

        await page.Keyboard.TypeAsync("Li Na");

        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync("+861••••••8000");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Li Na");
    }

    /// <summary>The names on that page of the list.</summary>
    private static async Task<string> ShownAsync(IPage page, int number)
    {
        if (number == 1)
        {
            await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "First page" })).ToHaveCountAsync(0);
        }

        // The pager names the page that is on its way already.
        await Assertions.Expect(page.Locator(".pager")).ToContainTextAsync($"Page {number}");
        await Assertions.Expect(page.Locator(".customer-table[aria-busy='true']")).ToHaveCountAsync(0);
        return string.Join('|', await page.Locator(".row-link").AllInnerTextsAsync());
    }

    private static async Task<CustomerSite> SeededAsync()
    {
        var site = await CustomerSite.StartAsync();
        for (var number = 1; number <= 24; number++)
        {
            await site.AddAsync(new Customer { Nick = $"Customer {number}", Emails = [$"c{number}@example.net"] });
        }

        await site.AddAsync(new Customer { Nick = "Jurgen Öz", Emails = ["oz@example.net"] });
        await site.AddAsync(new Customer { Nick = "Flatmate", Phones = ["+8613800138000"] });
        await site.AddAsync(CustomerSite.LiNa with { Phones = ["+8613800138000", "+4915123456789"] });
        return site;
    }
}
