using System.Globalization;
using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;
using ApiAdmin.Web.App;
using ApiAdmin.Web.Definitions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>From the first page to a saved API that ran, in one way of using it and one language, with nothing replaced.</summary>
public sealed class FirstApiJourneyTests
{
    [SkippableTheory]
    [InlineData(Way.Mouse, "en")]
    [InlineData(Way.Mouse, "zh-CN")]
    [InlineData(Way.Keyboard, "en")]
    [InlineData(Way.Keyboard, "zh-CN")]
    [InlineData(Way.Touch, "en")]
    [InlineData(Way.Touch, "zh-CN")]
    public async Task FirstApi_FromTheOverviewToASavedRun_NeedsNothingElse(Way way, string language)
    {
        await using var app = await TestApp.StartAsync(settings: new Dictionary<string, string?> { ["Sandbox:Enabled"] = "true" });
        await using var chromium = await Chromium.StartAsync();
        var page = way == Way.Touch ? await chromium.HoldAsync(app.Address) : await chromium.VisitAsync(app.Address);
        await page.SpeakAsync(app.Address, language);
        await page.SignInAsync((await app.CreateUserAsync(Role.Developer)).Email!);
        var (hand, name) = (new Hand(page, way), $"first-{way}-{language}".ToLowerInvariant());

        await OpenListAsync(page, hand, way, Text<Texts>("Nav.Apis"));
        await hand.PressAsync(page.Button(Text<ApiTexts>("List.Add")).First);
        await hand.TypeAsync(page.Locator("#api-name"), "Order status");
        await hand.TypeAsync(page.Locator("#api-url"), "{{system.sandbox.url}}/orders/{orderId}?lang=en");
        await AddOutputAsync(page, hand, Text<ApiTexts>("Section.outputs"), Text<ApiTexts>("Grid.Add"));
        await hand.TypeAsync(page.Locator("#input-orderId"), "A-1001");
        await page.ShootEverywhereAsync(name + "-filled");
        await (way == Way.Keyboard ? page.Keyboard.PressAsync("Control+Enter") : hand.PressAsync(page.Button(Text<ApiTexts>("Panel.Run"))));

        await Assertions.Expect(page.GetByTestId("outcome")).ToHaveTextAsync(Text<Texts>("Outcome.Success"));
        await Assertions.Expect(page.GetByTestId("output-value")).ToHaveTextAsync("shipped");
        await page.ShootEverywhereAsync(name + "-run");
        await (way == Way.Keyboard ? page.Keyboard.PressAsync("Control+s") : hand.PressAsync(page.Button(Text<ApiTexts>("Api.Save"))));
        await Assertions.Expect(page).ToHaveURLAsync(app.Address + "/apis/order-status");
        await Assertions.Expect(page.Locator("[data-unsaved]")).ToHaveCountAsync(0);

        string Text<T>(string key)
        {
            var before = CultureInfo.CurrentUICulture;
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            try
            {
                return app.Services.GetRequiredService<IStringLocalizer<T>>()[key];
            }
            finally
            {
                CultureInfo.CurrentUICulture = before;
            }
        }
    }

    private static async Task OpenListAsync(IPage page, Hand hand, Way way, string apis)
    {
        if (way == Way.Keyboard)
        {
            await page.Keyboard.PressAsync("Control+k");
            await Assertions.Expect(page.Locator("#palette-search")).ToBeFocusedAsync();
            await page.Keyboard.TypeAsync(apis);
            await Assertions.Expect(page.Locator("[role=option]").First).ToContainTextAsync(apis);
            await page.Keyboard.PressAsync("Enter");
            return;
        }

        if (way == Way.Touch)
        {
            await hand.PressAsync(page.Locator(".menu-button"));
        }

        await hand.PressAsync(page.Locator(".nav-item[href=apis]"));
    }

    private static async Task AddOutputAsync(IPage page, Hand hand, string outputs, string addRow)
    {
        await hand.PressAsync(page.GetByRole(AriaRole.Group, new() { Name = outputs }).GetByRole(AriaRole.Button, new() { Name = addRow }));
        var row = page.Locator("[data-grid=outputs] .live");
        await hand.TypeAsync(row.Locator("[data-col=name] input"), "status");
        await hand.TypeAsync(row.Locator("[data-col=path] input"), "$.item.status");
    }
}
