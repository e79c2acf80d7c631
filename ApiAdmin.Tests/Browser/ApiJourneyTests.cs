using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>What a new person does, with nothing replaced: real browser, real database, real calls to the sandbox.</summary>
public sealed class ApiJourneyTests
{
    private static readonly Dictionary<string, string?> WithSandbox = new() { ["Sandbox:Enabled"] = "true" };

    [SkippableFact]
    public async Task SetUpToSecondRun_ByHand_ShowsWhatTheSandboxAnswers()
    {
        await using var app = await TestApp.StartAsync(settings: WithSandbox);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.VisitAsync(app.Address);
        await SetUpAsync(page, app);

        await page.GotoAsync("/apis");
        await page.Button("Add API").ClickAsync();
        await page.Locator("#api-name").FillAsync("Order by hand");
        await page.Locator("#api-url").FillAsync("{{system.sandbox.url}}/orders/{orderId}?lang=en");
        await page.Locator("#api-url").BlurAsync();
        await Assertions.Expect(page.Locator("[data-grid=parameters] .cell-open").First).ToHaveTextAsync("orderId *");
        await AddOutputAsync(page);
        await page.Locator("#input-orderId").FillAsync("A-1001");
        await Chromium.ShootAsync(page, "journey-1-filled");

        await RunAsync(page);
        await Chromium.ShootAsync(page, "journey-2-run");
        await page.Button("Save").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(app.Address + "/apis/order-by-hand");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#api-name")).ToHaveValueAsync("Order by hand");
        await page.Locator("#input-orderId").FillAsync("A-1001");
        await RunAsync(page);
        await Chromium.ShootAsync(page, "journey-3-again");
    }

    [SkippableFact]
    public async Task Save_OfTheSecondEditor_TellsWhoAndKeepsWhatWasTyped()
    {
        await using var app = await TestApp.StartAsync(settings: WithSandbox);
        await using var chromium = await Chromium.StartAsync();
        var (ana, ben) = (await chromium.VisitAsync(app.Address), await chromium.VisitAsync(app.Address));
        await ana.SignInAsync((await app.CreateUserAsync(Role.Administrator, "ana@example.com")).Email!);
        await ben.SignInAsync((await app.CreateUserAsync(Role.Developer, "ben@example.com")).Email!);
        await ana.GotoAsync("/apis/new");
        await ana.Locator("#api-name").FillAsync("Shared");
        await ana.Locator("#api-url").FillAsync("https://crm.example.com/orders");
        await ana.Button("Save").ClickAsync();
        await Assertions.Expect(ana).ToHaveURLAsync(app.Address + "/apis/shared");

        await ben.GotoAsync("/apis/shared");
        await ben.Locator("#api-category").FillAsync("Sales");
        await ana.Locator("#api-description").FillAsync("What Ana typed");
        await ben.Button("Save").ClickAsync();
        await Assertions.Expect(ben.GetByText("unsaved", new() { Exact = true })).ToHaveCountAsync(0);
        await ana.Button("Save").ClickAsync();

        await Assertions.Expect(ana.Locator(".conflict")).ToContainTextAsync("ben@example.com");
        await Assertions.Expect(ana.Locator("#api-description")).ToHaveValueAsync("What Ana typed");
        await Chromium.ShootAsync(ana, "journey-conflict");
        await ana.Button("Save what is chosen").ClickAsync();
        await Assertions.Expect(ana.Locator(".conflict")).ToHaveCountAsync(0);
        await ben.ReloadAsync();
        await Assertions.Expect(ben.Locator("#api-description")).ToHaveValueAsync("What Ana typed");
        await Assertions.Expect(ben.Locator("#api-category")).ToHaveValueAsync("Sales");
    }

    private static async Task SetUpAsync(IPage page, TestApp app)
    {
        var token = await app.Services.GetRequiredService<SetupService>().TokenAsync(CancellationToken.None);
        await page.GotoAsync($"/setup?token={token}");
        await page.Locator("input[name='Form.Email']").FillAsync("first@example.com");
        await page.Locator("input[name='Form.Name']").FillAsync("First");
        await page.Locator("input[name='Form.Password']").FillAsync(TestApp.Password);
        await page.Locator("input[name='Form.Again']").FillAsync(TestApp.Password);
        await page.Locator("button[type=submit]").ClickAsync();
        await page.WaitForFunctionAsync("() => !location.pathname.startsWith('/setup')");
        if (page.Url.Contains("/login", StringComparison.Ordinal))
        {
            await page.SignInAsync("first@example.com");
        }
    }

    private static async Task AddOutputAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Group, new() { Name = "Output params" }).GetByRole(AriaRole.Button, new() { Name = "Add row" }).ClickAsync();
        var row = page.Locator("[data-grid=outputs] .live");
        await row.Locator("[data-col=name] input").FillAsync("status");
        await row.Locator("[data-col=path] input").FillAsync("$.item.status");
    }

    private static async Task RunAsync(IPage page)
    {
        await page.Button("Run").ClickAsync();
        await Assertions.Expect(page.GetByTestId("outcome")).ToHaveTextAsync("Success");
        await Assertions.Expect(page.GetByTestId("output-value")).ToHaveTextAsync("shipped");
    }
}
