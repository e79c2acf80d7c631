using Microsoft.Playwright;

namespace ApiAdmin.Tests.Support;

/// <summary>What every journey does first.</summary>
internal static class Journeys
{
    public static async Task SignInAsync(this IPage page, string email)
    {
        await page.GotoAsync("/login");
        await page.Locator("input[name='Form.Email']").FillAsync(email);
        await page.Locator("input[name='Form.Password']").FillAsync(TestApp.Password);
        await page.Locator("button[type=submit]").ClickAsync();
        await page.WaitForSelectorAsync("#app");
    }

    /// <summary>The language of all pages from then on, as the button in the bar would choose it.</summary>
    public static Task SpeakAsync(this IPage page, string address, string language) =>
        page.Context.AddCookiesAsync([new Cookie { Name = ".AspNetCore.Culture", Value = Uri.EscapeDataString($"c={language}|uic={language}"), Url = address }]);

    public static ILocator Button(this IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Nothing sticks out sideways.</summary>
    public static async Task AssertFitsAsync(this IPage page) =>
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{page.Url} is wider than the window.");

    /// <summary>The page as it stands, wide and narrow, light and dark; it has to fit the window in each.</summary>
    public static async Task ShootEverywhereAsync(this IPage page, string name)
    {
        var size = page.ViewportSize!;
        var top = await page.EvaluateAsync<double>("scrollY");
        await page.EvaluateAsync("scrollTo(0, 0)");
        foreach (var width in new[] { 1440, 390 })
        {
            await page.SetViewportSizeAsync(width, size.Height);
            foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await Chromium.ShootAsync(page, $"{name}-{width}-{scheme.ToString().ToLowerInvariant()}");
            }

            await page.AssertFitsAsync();
        }

        await page.SetViewportSizeAsync(size.Width, size.Height);
        await page.EvaluateAsync("top => scrollTo(0, top)", top);
    }
}
