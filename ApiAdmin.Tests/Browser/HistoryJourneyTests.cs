using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.History;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>From the list of runs to one of them and to the same run again, with nothing replaced.</summary>
public sealed class HistoryJourneyTests
{
    private static readonly ApiDefinition Order = new()
    {
        Key = "order-status", Name = "Order status", Url = "{{system.sandbox.url}}/orders/{orderId}",
        Parameters =
        [
            new RequestParam { Name = "orderId", In = ParamPlace.Path, Required = true }, new RequestParam { Name = "pin", In = ParamPlace.Query, Sensitive = true },
            new RequestParam { Name = "备注", In = ParamPlace.Query }, new RequestParam { Name = "ملاحظة", In = ParamPlace.Query },
        ],
        Outputs = [new OutputParam { Name = "status", Path = "$.item.status" }, new OutputParam { Name = "city", Path = "$.item.citi" }],
    };

    [SkippableTheory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task History_SearchOpenAndRunAgain_AsksForWhatWasNotKept(int width, ColorScheme scheme)
    {
        await using var app = await TestApp.StartAsync(settings: new Dictionary<string, string?> { ["Sandbox:Enabled"] = "true" });
        await using var chromium = await Chromium.StartAsync();
        var user = await app.CreateUserAsync(Role.Developer, "dev@example.com");
        await FillAsync(app, new UserActor(user.Id, user.Email!));
        var page = await chromium.VisitAsync(app.Address, width, scheme);
        var suffix = $"-{width}-{scheme.ToString().ToLowerInvariant()}";
        await page.SignInAsync(user.Email!);

        await page.GotoAsync("/history");
        await Assertions.Expect(page.Locator(".history-table tbody tr")).ToHaveCountAsync(5);
        await ShowAsync(page, "history-list" + suffix);
        await page.GetByRole(AriaRole.Searchbox).FillAsync("a-1001");
        await Assertions.Expect(page.Locator(".history-table tbody tr")).ToHaveCountAsync(1);
        Assert.EndsWith("/history?search=a-1001", page.Url, StringComparison.Ordinal);
        await page.Locator(".row-link").ClickAsync();
        await Assertions.Expect(page.GetByTestId("output-value").First).ToHaveTextAsync("shipped");
        await ShowAsync(page, "history-run" + suffix);
        Assert.DoesNotContain("471147", await page.ContentAsync(), StringComparison.Ordinal);

        await page.Button("Run again").ClickAsync();
        await Assertions.Expect(page.Locator("#asked-again")).ToContainTextAsync("pin");
        await Assertions.Expect(page.Locator("#input-orderId")).ToHaveValueAsync("A-1001");
        await Assertions.Expect(page.Locator("#input-pin")).ToHaveValueAsync("");
        await ShowAsync(page, "history-again" + suffix);
        await page.Button("Run").ClickAsync();
        await Assertions.Expect(page.GetByTestId("output-value").First).ToHaveTextAsync("shipped");
        await page.GetByRole(AriaRole.Link, new() { Name = "Earlier runs" }).ClickAsync();
        await Assertions.Expect(page.Locator(".history-table tbody tr")).ToHaveCountAsync(2);
        await page.GotoAsync("/history?search=nothing-like-it");
        await page.WaitForSelectorAsync(".empty-state");
        await ShowAsync(page, "history-none" + suffix);
    }

    private static async Task FillAsync(TestApp app, UserActor actor)
    {
        await app.Services.GetRequiredService<IDefinitionService>().CreateAsync(actor, Order, default);
        var tests = app.Services.GetRequiredService<ITestService>();
        var inputs = new Dictionary<string, JsonElement> { ["orderId"] = Text("A-1001"), ["pin"] = Text("471147"), ["备注"] = Text("客户要求尽快送达"), ["ملاحظة"] = Text("حالة الطلب") };
        await tests.TestAsync(actor, Order, inputs, null, default);
        foreach (var (key, url) in new[]
        {
            ("blocked", "http://169.254.169.254/latest"), ("chinese", "{{system.sandbox.url}}/echo/客户/订单"), ("arabic", "{{system.sandbox.url}}/echo/حالة"),
            (new string('l', 60), "{{system.sandbox.url}}/echo/" + new string('p', 900)),
        })
        {
            await tests.TestAsync(actor, new ApiDefinition { Key = key, Name = key, Url = url }, new Dictionary<string, JsonElement>(), null, default);
        }
    }

    private static async Task ShowAsync(IPage page, string name)
    {
        await Chromium.ShootAsync(page, name);
        await page.AssertFitsAsync();
    }

    private static JsonElement Text(string text) => JsonSerializer.SerializeToElement(text);
}
