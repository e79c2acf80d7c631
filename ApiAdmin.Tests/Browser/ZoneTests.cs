using ApiAdmin.Core.Access;
using ApiAdmin.Core.Invocation.History;
using ApiAdmin.Tests.Invocation.History;
using ApiAdmin.Tests.Support;
using ApiAdmin.Tests.Support.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>Times are those of the browser's time zone, written as the page's language does; the days of filters are too.</summary>
public sealed class ZoneTests
{
    private static readonly DateTimeOffset Evening = new(2026, 11, 22, 20, 5, 9, TimeSpan.Zero);

    [SkippableTheory]
    [InlineData("Asia/Shanghai", "zh-CN", "2026/11/23 04:05:09")]
    [InlineData("Asia/Shanghai", "en", "11/23/2026 4:05:09 AM")]
    [InlineData("America/New_York", "zh-CN", "2026/11/22 15:05:09")]
    public async Task History_OfABrowserFarAway_TellsItsTimesAndAsksForItsDays(string zone, string language, string time)
    {
        var history = new FakeHistory();
        history.Add(HistoryRun.Report("01-a", Evening));
        await using var app = await TestApp.StartAsync(adjust: builder => builder.Services.AddSingleton<IHistoryService>(history));
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.VisitAsync(app.Address, zone: zone);
        await page.SpeakAsync(app.Address, language);
        await page.SignInAsync((await app.CreateUserAsync(Role.Administrator)).Email!);

        await page.GotoAsync("/history");

        var shown = page.Locator(".history-table time");
        await Assertions.Expect(shown).ToHaveTextAsync(time);
        await Assertions.Expect(shown).ToHaveAttributeAsync("title", "2026-11-22 20:05:09 UTC");
        history.Failure = new Core.NotFoundException("Asked with days.");
        await page.Locator("input[type=date]").First.FillAsync("2026-11-23");
        await Assertions.Expect(page.Locator(".notice-bad")).ToContainTextAsync("Asked with days.");
        Assert.EndsWith("/history?from=2026-11-23", page.Url, StringComparison.Ordinal);
        Assert.Equal((zone, new DateOnly(2026, 11, 23)), (history.Queries[^1].Zone.Id, history.Queries[^1].From));
    }

    /// <summary>Somebody who was signed in before there was such a cookie, or who has travelled since.</summary>
    [SkippableFact]
    public async Task Page_WithTheCookieOfAnotherZone_ComesAnewInTheBrowsersOwn()
    {
        var history = new FakeHistory();
        history.Add(HistoryRun.Report("01-a", Evening));
        await using var app = await TestApp.StartAsync(adjust: builder => builder.Services.AddSingleton<IHistoryService>(history));
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.VisitAsync(app.Address, zone: "Asia/Shanghai");
        await page.SignInAsync((await app.CreateUserAsync(Role.Administrator)).Email!);
        await page.Context.AddCookiesAsync([new Cookie { Name = "zone", Value = "America/New_York", Url = app.Address }]);

        await page.GotoAsync("/history");

        await Assertions.Expect(page.Locator(".history-table time")).ToHaveTextAsync("11/23/2026 4:05:09 AM");
    }
}
