using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>Outputs by clicking, with nothing replaced: nobody types or pastes a path, and what breaks later is explained and mended.</summary>
public sealed class OutputsJourneyTests
{
    private static readonly ApiDefinition Order = new()
    {
        Key = "order", Name = "Order", Url = "{{system.sandbox.url}}/orders/{orderId}",
        Parameters =
        [
            new RequestParam { Name = "orderId", In = ParamPlace.Path, Required = true, Example = RawJson.String("A-1001") },
            new RequestParam { Name = "shape", In = ParamPlace.Query },
        ],
    };

    [SkippableFact]
    public async Task Outputs_MadeByClicking_AreRightAndTheirDriftIsMendedByOneClick()
    {
        await using var app = await TestApp.StartAsync(settings: new Dictionary<string, string?> { ["Sandbox:Enabled"] = "true" });
        await app.Services.GetRequiredService<IDefinitionService>().CreateAsync(AccessFixture.Host, Order, default);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.VisitAsync(app.Address);
        await page.SignInAsync((await app.CreateUserAsync(Role.Developer)).Email!);
        await page.GotoAsync("/apis/order");
        await RunAsync(page, "Success");

        await TabAsync(page, "Body");
        foreach (var path in new[] { "$.ret_code", "$.item.status", "$.item.amount", "$.item.address.city" })
        {
            await page.Locator($"[aria-label='Make an output of {path}']").DispatchEventAsync("click");
            await Assertions.Expect(page.Locator($"[aria-label='Make an output of {path}']")).ToHaveCountAsync(0);
        }

        await TabAsync(page, "Outputs");
        await Assertions.Expect(page.GetByTestId("output-value")).ToHaveTextAsync(["000000", "shipped", "149.90", "上海"]);
        await page.Locator("#section-success .section-toggle").ClickAsync();
        await page.Button("Use this rule").ClickAsync();
        await Assertions.Expect(page.Locator("#success-words")).ToContainTextAsync("$.ret_code");
        await page.Button("Save as sample").ClickAsync();
        await page.Button("Save").ClickAsync();
        await Assertions.Expect(page.GetByText("unsaved", new() { Exact = true })).ToHaveCountAsync(0);
        await Chromium.ShootAsync(page, "outputs-1-made");

        await page.Locator("#input-shape").FillAsync("moved");
        await RunAsync(page, "Success");
        await Assertions.Expect(page.Locator(".drift")).ToContainTextAsync("status");
        await Chromium.ShootAsync(page, "outputs-2-drifted");
        await page.Locator(".drift").GetByRole(AriaRole.Button, new() { Name = "Use" }).ClickAsync();

        await Assertions.Expect(page.GetByTestId("output-value")).ToHaveTextAsync(["000000", "shipped", "149.90", "上海"]);
        await Assertions.Expect(page.Locator(".drift")).ToHaveCountAsync(0);
        await TabAsync(page, "Compare");
        await Assertions.Expect(page.Locator(".changes").First).ToContainTextAsync("$.item.delivery");
        await Chromium.ShootAsync(page, "outputs-3-compared");
        await page.Locator("#mock-with").SelectOptionAsync(new[] { "Success 200" });
        await page.Button("Run").ClickAsync();
        await Assertions.Expect(page.GetByTestId("mocked")).ToContainTextAsync("Success 200");
    }

    private static async Task RunAsync(IPage page, string outcome)
    {
        await page.Button("Run").ClickAsync();
        await Assertions.Expect(page.Locator(".report:not(.stale) [data-testid=outcome]").First).ToHaveTextAsync(outcome);
    }

    private static Task TabAsync(IPage page, string name) => page.GetByRole(AriaRole.Tab, new() { Name = name }).ClickAsync();
}
