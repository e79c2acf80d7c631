using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>Everything a few letters away, by the keyboard alone.</summary>
public sealed class PaletteTests
{
    private static readonly string[] Names = ["Order status", "Order refund", "Balance", "余额查询"];

    [SkippableFact]
    public async Task Palette_ByKeysAlone_LeadsToApisPagesAndActions()
    {
        await using var app = await TestApp.StartAsync();
        await using var chromium = await Chromium.StartAsync();
        var page = await OpenAsync(app, chromium, Role.Developer);

        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator("#palette-search")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".palette-group")).ToHaveTextAsync(["APIs", "Pages", "Actions"]);
        await Chromium.ShootAsync(page, "palette-empty");
        await page.Keyboard.TypeAsync("order");
        await Assertions.Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(2);
        await Assertions.Expect(page.GetByRole(AriaRole.Option)).ToContainTextAsync(["Order refund", "Order status"]);
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("[aria-selected=true]")).ToContainTextAsync("Order status");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Order status");

        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator("#palette-search")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("余额");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("余额查询");

        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator("#palette-search")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("light and dark");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);

        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator("#palette-search")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("zzz");
        await page.GetByText("Nothing fits").WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task Palette_ForAnAgent_OffersNothingTheRoleMayNotOpen()
    {
        await using var app = await TestApp.StartAsync();
        await using var chromium = await Chromium.StartAsync();
        var page = await OpenAsync(app, chromium, Role.Agent);

        await page.Button("Search").ClickAsync();

        await Assertions.Expect(page.Locator(".palette-group")).ToHaveTextAsync(["Pages", "Actions"]);
        await Assertions.Expect(page.GetByRole(AriaRole.Option)).ToContainTextAsync(["Overview", "Customers", "New customer", "Switch between light and dark", "Keyboard shortcuts"]);
    }

    [SkippableFact]
    public async Task QuestionMark_ShowsTheKeysButNotWhileTyping()
    {
        await using var app = await TestApp.StartAsync();
        await using var chromium = await Chromium.StartAsync();
        var page = await OpenAsync(app, chromium, Role.Developer);
        await page.GotoAsync("/apis/new");

        await page.Locator("#api-name").FocusAsync();
        await page.Keyboard.TypeAsync("Why?");
        await Assertions.Expect(page.Locator("#api-name")).ToHaveValueAsync("Why?");
        await Assertions.Expect(page.Locator("#api-key")).ToHaveValueAsync("why");
        await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);

        await page.Locator("h1").FocusAsync();
        await page.Keyboard.TypeAsync("?");
        await Assertions.Expect(page.Locator(".shortcuts dt").First).ToContainTextAsync("K");
        await Chromium.ShootAsync(page, "shortcuts");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator("#palette-search")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("shortcuts");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".shortcuts").First.WaitForAsync();
    }

    private static async Task<IPage> OpenAsync(TestApp app, Chromium chromium, Role role)
    {
        var definitions = app.Services.GetRequiredService<IDefinitionService>();
        for (var index = 0; index < Names.Length; index++)
        {
            await definitions.CreateAsync(AccessFixture.Host, new ApiDefinition { Key = $"api-{index}", Name = Names[index], Url = "https://crm.example.com/" }, default);
        }

        var page = await chromium.VisitAsync(app.Address);
        await page.SignInAsync((await app.CreateUserAsync(role)).Email!);
        await page.Locator("h1").WaitForAsync();
        return page;
    }
}
