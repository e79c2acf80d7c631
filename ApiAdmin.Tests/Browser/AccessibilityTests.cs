using System.Text.RegularExpressions;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Browser.Customers;
using ApiAdmin.Tests.Support;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>axe finds nothing serious on any page or dialog, in light and in dark.</summary>
public sealed class AccessibilityTests
{
    private static readonly string[] Pages =
    [
        "/", "/apis", "/apis?search=nothing-fits", "/apis/new", "/apis/customer-query", "/cases", "/customers/import", "/history", "/history/none", "/secrets", "/settings/users", "/settings/keys",
        "/customers", "/customers?search=li&vip=yes", "/customers?search=nobody-at-all", "/customers?tel=13800138000", "/customers?view=trash", "/customers/77", "/customers/77/edit", "/customers/77/merge/78",
        "/customers/new?phone=1", "/settings/customer-fields", "/settings/tags", "/settings/vip-levels", "/account", "/account/second-step", "/denied", "/nowhere", "/docs",
    ];

    [SkippableTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task EveryPage_AndDialog_HasNoSeriousViolation(ColorScheme scheme)
    {
        await using var app = await TestApp.StartAsync(settings: new Dictionary<string, string?> { ["Sandbox:Enabled"] = "true" });
        await SeedAsync(app);
        await CustomerSeed.AddAsync(app.Services);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.VisitAsync(app.Address, scheme: scheme);
        var found = new List<string>();
        await page.GotoAsync("/login");
        await CheckAsync(page, "login", found);
        await page.SignInAsync((await app.CreateUserAsync(Role.Administrator)).Email!);
        foreach (var path in Pages)
        {
            await page.GotoAsync(path);
            await page.WaitForSelectorAsync("h1");
            await Assertions.Expect(page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
            await CheckAsync(page, path, found);
        }

        await RunAsync(page, found);
        await OpenDialogsAsync(page, found);

        Assert.True(found.Count == 0, string.Join('\n', found.Distinct()));
    }

    private static async Task SeedAsync(TestApp app)
    {
        var definitions = app.Services.GetRequiredService<IDefinitionService>();
        await definitions.CreateAsync(AccessFixture.Host, Screens.Order with { Auth = new NoAuth() }, default);
        await definitions.CreateAsync(
            AccessFixture.Host,
            new ApiDefinition
            {
                Key = "sandbox-order", Name = "Order of the sandbox", Url = "{{system.sandbox.url}}/orders/{orderId}",
                Parameters = [new RequestParam { Name = "orderId", In = ParamPlace.Path, Required = true }],
                Outputs = [new OutputParam { Name = "status", Path = "$.item.status" }, new OutputParam { Name = "none", Path = "$.item.none" }],
            },
            default);
    }

    private static async Task RunAsync(IPage page, List<string> found)
    {
        await page.GotoAsync("/apis/sandbox-order");
        await page.Locator("#input-orderId").FillAsync("A-1001");
        await page.Button("Run").ClickAsync();
        await page.GetByTestId("outcome").WaitForAsync();
        foreach (var tab in await page.GetByRole(AriaRole.Tab).AllAsync())
        {
            await tab.ClickAsync();
            await Assertions.Expect(tab).ToHaveAttributeAsync("aria-selected", "true");
            await CheckAsync(page, $"panel: {await tab.TextContentAsync()}", found);
        }

        await OutputsAsync(page, found);
        await page.GotoAsync("/history");
        await page.Locator(".row-link").First.ClickAsync();
        await page.GetByTestId("outcome").WaitForAsync();
        await CheckAsync(page, "history/{id}", found);
    }

    /// <summary>What is opened to make outputs: a value of the tree, a path that is wrong, a row's details, help, rules, samples.</summary>
    private static async Task OutputsAsync(IPage page, List<string> found)
    {
        await page.GetByRole(AriaRole.Tab, new() { Name = "Body" }).ClickAsync();
        await page.Button("Choose several").ClickAsync();
        await page.Locator(".tree-line").Nth(3).ClickAsync();
        await page.Locator("#report-panel [role=searchbox]").FillAsync("$.item[");
        await page.Locator("#report-panel .field-error").WaitForAsync();
        await CheckAsync(page, "tree", found);
        await page.Button("Save as sample").ClickAsync();
        await page.Locator("#mock-with").SelectOptionAsync(new[] { new SelectOptionValue { Index = 1 } });
        await page.Locator("#section-outputs .help-toggle").ClickAsync();
        await page.Locator("[data-grid=outputs] .cell-open").First.ClickAsync();
        await page.Locator(".path-trial").WaitForAsync();
        await page.Locator("#section-success .section-toggle").ClickAsync();
        await page.Locator(".offer").WaitForAsync();
        await page.Locator("#section-samples .section-toggle").ClickAsync();
        await page.Locator(".sample-toggle").ClickAsync();
        await page.Locator(".sample-editor").WaitForAsync();
        await CheckAsync(page, "outputs, rules and samples", found);
    }

    private static async Task OpenDialogsAsync(IPage page, List<string> found)
    {
        foreach (var (path, button) in new[]
        {
            ("/apis", "Paste cURL"), ("/secrets", "Add secret"), ("/settings/users", "Invite"), ("/settings/keys", "New key"), ("/apis", "Search"),
            ("/settings/customer-fields", "Edit 800"), ("/settings/tags", "Edit 2"), ("/settings/vip-levels", "Add VIP level"), ("/customers/77", "Erase now"),
        })
        {
            await page.GotoAsync(path);
            await page.Button(button).First.ClickAsync();
            await page.Locator(".mud-dialog").WaitForAsync();
            await CheckAsync(page, $"dialog: {button}", found);
        }
    }

    private static async Task CheckAsync(IPage page, string where, List<string> found)
    {
        var result = await page.RunAxe();
        found.AddRange(result.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .SelectMany(violation => violation.Nodes.Take(3).Select(node => $"{where}: {violation.Id}: {Regex.Replace(node.Html, @"\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(1))}")));
    }
}
