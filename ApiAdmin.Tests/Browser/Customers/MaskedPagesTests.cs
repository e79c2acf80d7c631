using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Tests.Support;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser.Customers;

/// <summary>Role × personal value over every page of customers and every frame of its circuit: a mask is all that leaves the server.</summary>
public sealed class MaskedPagesTests
{
    /// <summary>What a role sees, the same behind its mask, and a piece of it that no mask shows.</summary>
    private static readonly (string Value, string Mask, string Hidden)[] Values =
    [
        ("+8613800138000", "+861••••••8000", "3800138"),
        ("+4915123456789", "+491••••••6789", "5123456"),
        ("li.na@example.com", "l•••@example.com", "li.na"),
        ("oXabcdef123456", "•••56", "oXabcdef"),
        ("wa-778899-zz", "•••zz", "778899"),
        ("visitor-7-abcdef", "•••ef", "visitor-7"),
    ];

    [SkippableTheory]
    [InlineData(Role.Administrator, true)]
    [InlineData(Role.Supervisor, true)]
    [InlineData(Role.Developer, false)]
    [InlineData(Role.Agent, false)]
    public async Task EveryPage_ByRole_ShowsValuesOrMasksAndNothingElseInItsFrames(Role role, bool seesValues)
    {
        await using var site = await CustomerSite.StartAsync();
        var id = (await site.AddAsync(CustomerSite.LiNa)).Id;
        await site.AddAsync(CustomerSite.LiNa with { Nick = "Twin", RealName = null });
        var page = await site.VisitAsync(role);
        var frames = new CircuitFrames(page);

        await page.GotoAsync("/customers");
        await page.WaitForSelectorAsync(".customer-table");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("Li Na");
        await Assertions.Expect(page.Locator(".customer-table tbody tr")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Control+k");
        await page.Locator("#palette-search").FillAsync("Li Na");
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.GotoAsync($"/customers/{id}");
        foreach (var (value, mask, _) in Values)
        {
            await Assertions.Expect(page.Locator(".copy-value", new() { HasText = seesValues ? value : mask }).First).ToBeVisibleAsync();
        }

        await page.WaitForSelectorAsync(".duplicates");
        await page.WaitForSelectorAsync(".change-fields");
        if (role is not Role.Developer)
        {
            await page.GotoAsync($"/customers/{id}/edit");
            await Assertions.Expect(page.Locator("#customer-emails-0")).ToHaveValueAsync(seesValues ? Values[2].Value : Values[2].Mask);
        }

        await page.GotoAsync("/customers?tel=");
        await page.WaitForSelectorAsync(".customer-table");
        Assert.All(Values, value => Assert.Equal(seesValues, frames.Received.Contains(value.Hidden, StringComparison.Ordinal)));
        Assert.All(Values, value => Assert.Equal(seesValues, frames.Received.Contains(value.Value, StringComparison.Ordinal)));
    }

    [SkippableFact]
    public async Task Search_ByAnAgent_ShowsOfAMaskedNumberTheDigitsTypedAndNoMore()
    {
        await using var site = await CustomerSite.StartAsync();
        await site.AddAsync(CustomerSite.LiNa);
        var page = await site.VisitAsync(Role.Agent);
        var frames = new CircuitFrames(page);
        await page.GotoAsync("/customers");
        await page.WaitForSelectorAsync(".customer-table");

        await page.GetByRole(AriaRole.Searchbox).FillAsync("123456");

        await Assertions.Expect(page.Locator("mark").First).ToHaveTextAsync("123456");
        await Assertions.Expect(page.Locator("td.cell-contact, td:nth-child(2)").First).ToContainTextAsync("+491•123456789");
        Assert.DoesNotContain("5123456", frames.Received, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Searchbox).FillAsync("123");
        await page.WaitForSelectorAsync(".empty-state");
    }
}
