using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Browser.Customers;
using ApiAdmin.Tests.Support;
using ApiAdmin.Tests.Support.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>The API screens in a real browser over fakes of their services, so that every state can be looked at.</summary>
public sealed class ScreenTests
{
    [SkippableTheory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Screens_InEveryState_FitTheWindowAndRaiseNoError(int width, ColorScheme scheme)
    {
        var (definitions, tests, secrets) = (new FakeDefinitions(), new FakeTests(), new FakeSecretService());
        await using var app = await TestApp.StartAsync(adjust: builder => Screens.Replace(builder, definitions, tests, secrets));
        // Started last, so that it leaves first: a browser that stays connected would hold up the host's end.
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.VisitAsync(app.Address, width, scheme);
        var errors = new List<string>();
        page.Console += (_, message) => Keep(errors, message);
        var suffix = $"-{width}-{scheme.ToString().ToLowerInvariant()}";

        var token = await app.Services.GetRequiredService<SetupService>().TokenAsync(CancellationToken.None);
        await ShowAsync(page, $"/setup?token={token}", "button[type=submit]", "setup" + suffix);
        await ShowAsync(page, "/login", "button[type=submit]", "login" + suffix);
        await page.SignInAsync((await app.CreateUserAsync(Role.Administrator)).Email!);
        await ShowAsync(page, "/", ".figures", "overview-empty" + suffix);
        await ShowAsync(page, "/secrets", ".empty-state", "secrets-empty" + suffix);
        await ShowAsync(page, "/apis", ".empty-state", "list-empty" + suffix);
        Screens.Fill(definitions, secrets);
        await ShowAsync(page, "/apis", ".api-table", "list-full" + suffix);
        await ShowAsync(page, "/", ".recent", "overview" + suffix);
        definitions.Failure = new Core.NotFoundException("The database cannot be reached just now. Try again in a moment.");
        await ShowAsync(page, "/apis", ".notice-bad", "list-failing" + suffix);
        definitions.Failure = null;
        await ShowAsync(page, "/secrets", ".table", "secrets" + suffix);
        await ShowAsync(page, "/apis/new", "#api-name", "api-new" + suffix);
        await ShowAsync(page, "/apis/long", "#api-name", "api-long" + suffix);
        await ShowAsync(page, "/apis/order-status", "#api-name", "api-open" + suffix);
        await page.Locator("[data-grid=parameters] [data-row] .cell-open").First.ClickAsync();
        await page.WaitForSelectorAsync("[data-grid=parameters] .live input");
        await page.Button("Run").ClickAsync();
        await page.WaitForSelectorAsync("[data-testid=outcome]");
        await Chromium.ShootAsync(page, "api-run" + suffix);
        await page.AssertFitsAsync();
        foreach (var tab in new[] { "Body", "Headers", "Sent request", "Connection" })
        {
            await page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
            await Chromium.ShootAsync(page, $"api-tab-{tab[..4].Trim().ToLowerInvariant()}{suffix}");
            await page.AssertFitsAsync();
        }

        await CustomersAsync(page, app.Services, suffix);
        await page.GotoAsync("/apis/order-status");
        await page.WaitForSelectorAsync("#api-name");
        definitions.Add(Screens.Order with { Name = "Order state", Category = "Sales" }, "Ben");
        await page.Locator("#api-name").FillAsync("Order status of today");
        await page.Button("Save").ClickAsync();
        await page.WaitForSelectorAsync(".conflict");
        await Chromium.ShootAsync(page, "api-conflict" + suffix);
        await page.AssertFitsAsync();
        Assert.Empty(errors);
    }

    private static async Task CustomersAsync(IPage page, IServiceProvider services, string suffix)
    {
        await ShowAsync(page, "/customers", ".empty-state", "customers-empty" + suffix);
        await CustomerSeed.AddAsync(services);
        await ShowAsync(page, "/customers", ".customer-table", "customers" + suffix);
        await ShowAsync(page, "/customers?search=123&vip=yes", ".customer-table", "customers-search" + suffix);
        await ShowAsync(page, "/customers/77", ".changes", "customer" + suffix);
        await ShowAsync(page, "/customers/77/edit", "#customer-nick", "customer-edit" + suffix);
        await ShowAsync(page, "/customers/77/merge/78", ".merge-table", "customer-merge" + suffix);
        await ShowAsync(page, "/settings/customer-fields", ".field-table", "customer-fields" + suffix);
        await ShowAsync(page, "/settings/tags", ".list-table", "tags" + suffix);
        await ShowAsync(page, "/settings/vip-levels", ".list-table", "levels" + suffix);
    }

    private static async Task ShowAsync(IPage page, string path, string selector, string name)
    {
        await page.GotoAsync(path);
        await page.WaitForSelectorAsync(selector);
        await Chromium.ShootAsync(page, name);
        await page.AssertFitsAsync();
    }

    private static void Keep(List<string> errors, IConsoleMessage message)
    {
        if (message.Type == "error")
        {
            errors.Add(message.Text);
        }
    }
}
