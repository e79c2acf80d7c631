using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>A new page's heading has the focus, for those who hear the page; nobody who types already loses it to the heading.</summary>
public sealed class HeadingFocusTests
{
    // Keeps the call that moves the focus until the test makes it, as a slow line would.
    private const string Late = """
        let scripts;
        Object.defineProperty(window, "apiAdmin", {
          get: () => scripts,
          set(value) {
            const now = value.focusHeading;
            scripts = { ...value, focusHeading: () => { window.late = now; } };
          },
        });
        """;

    [SkippableFact]
    public async Task NewPage_HasItsFocusOnTheHeading()
    {
        await using var app = await TestApp.StartAsync();
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.VisitAsync(app.Address);
        await page.SignInAsync((await app.CreateUserAsync(Role.Developer)).Email!);

        await page.GotoAsync("/apis/new");

        await Assertions.Expect(page.Locator("h1")).ToBeFocusedAsync();
    }

    [SkippableFact]
    public async Task Typing_BeforeTheHeadingsTurnComes_GoesOnInTheField()
    {
        await using var app = await TestApp.StartAsync();
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.VisitAsync(app.Address);
        await page.SignInAsync((await app.CreateUserAsync(Role.Developer)).Email!);
        await page.AddInitScriptAsync(Late);

        await page.GotoAsync("/apis/new");
        await page.Locator("#api-name").FocusAsync();
        await page.Keyboard.TypeAsync("Or");
        await page.WaitForFunctionAsync("() => window.late");
        await page.EvaluateAsync("() => window.late()");
        await page.Keyboard.TypeAsync("ders");

        await Assertions.Expect(page.Locator("#api-name")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#api-name")).ToHaveValueAsync("Orders");
        await Assertions.Expect(page.Locator("#api-key")).ToHaveValueAsync("orders");
    }
}
