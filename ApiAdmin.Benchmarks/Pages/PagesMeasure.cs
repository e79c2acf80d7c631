using System.Globalization;
using ApiAdmin.Benchmarks.Circuits;
using Microsoft.Playwright;

namespace ApiAdmin.Benchmarks.Pages;

/// <summary>
/// What a person waits for, in a real browser on the same machine: weight of a first visit, time until a page can be used
/// (its rows or fields are there, which only a living circuit draws), the next page of a list, a keystroke in a grid of
/// 200 rows. Medians; a page's first visit starts with an empty cache each time.
/// </summary>
internal static class PagesMeasure
{
    private const int Visits = 7;
    private const int Apis = 1_000;
    private const string Typed = "measuredbytypingaword";

    private const string Row = ".api-table tbody tr";
    private const string Form = "[data-grid=parameters] [data-row]";

    private static readonly (string Name, string Path, string Ready)[] Measured =
    [
        ("sign-in", "/login", "#email"), ("APIs list", "/apis", Row), ("edit page", $"/apis/{MeasuredApis.Edited}", Form),
    ];

    public static async Task<int> RunAsync(string program)
    {
        await using var served = await ServedProgram.StartAsync(program, MeasuredApis.File(Apis));
        await using var browser = await MeasuredBrowser.StartAsync();
        using var person = await SignedIn.AsAsync(served.Address, ServedProgram.Email, ServedProgram.Password);
        var cookies = person.ToBrowser();
        foreach (var (name, path, ready) in Measured)
        {
            await VisitAsync(browser, served.Address, path == "/login" ? [] : cookies, name, path, ready);
        }

        var page = await browser.VisitAsync(served.Address, cookies);
        var wire = await WireWatch.OnAsync(page);
        await MoveAsync(page);
        await TurnAsync(page, wire, served);
        await TypeAsync(page, wire, served);
        return 0;
    }

    private static async Task VisitAsync(MeasuredBrowser browser, string address, IReadOnlyList<Cookie> cookies, string name, string path, string ready)
    {
        var (first, later) = (new List<double>(), new List<double>());
        IReadOnlyList<(string Url, long Bytes)> loaded = [];
        for (var visit = 0; visit < Visits; visit++)
        {
            var page = await browser.VisitAsync(address, cookies);
            var wire = await WireWatch.OnAsync(page);
            first.Add(await GoAsync(page, path, ready));
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            loaded = wire.Loaded;
            later.Add(await GoAsync(page, path, ready));
            await page.Context.CloseAsync();
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"pages: {name}: {loaded.Sum(file => file.Bytes) / 1000.0:0} KB over the wire in {loaded.Count} requests (wanted: 1000); usable after {Told(first)} on the first visit (wanted: 1200), {Told(later)} on a later one (wanted: 600)"));
        foreach (var (url, bytes) in loaded.OrderByDescending(file => file.Bytes).Take(4))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {bytes / 1000.0,6:0.0} KB {new Uri(url).AbsolutePath}"));
        }
    }

    private static async Task<double> GoAsync(IPage page, string path, string ready)
    {
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Commit });
        return await page.EvaluateAsync<double>("selector => when(selector)", ready);
    }

    /// <summary>From the list to an API and back, by its links.</summary>
    private static async Task MoveAsync(IPage page)
    {
        var (there, back) = (new List<double>(), new List<double>());
        await GoAsync(page, "/apis", Row);
        for (var i = 0; i < 2 * Visits; i++)
        {
            there.Add(await page.EvaluateAsync<double>("form => when(form, () => document.querySelector('.api-table .row-link').click())", "#section-parameters"));
            back.Add(await page.EvaluateAsync<double>("row => when(row, () => document.querySelector('.nav a[href=\"apis\"], .nav a[href=\"/apis\"]').click())", Row));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"pages: from the list to an API {Told(there)}; back {Told(back)} (wanted: 600)"));
    }

    private static async Task TurnAsync(IPage page, WireWatch wire, ServedProgram served)
    {
        var (seen, server) = (new List<double>(), new List<double>());
        var busy = served.Busy;
        for (var i = 0; i < Apis / 50 - 1; i++)
        {
            wire.Forget();
            seen.Add(await page.EvaluateAsync<double>("row => when(row, () => document.querySelector('.pager a:last-of-type').click())", $"{Row}:first-child"));
            server.Add((await wire.ExchangeAsync(page)).Ms);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"pages: next page of the list: seen after {Told(seen)}; from the message to its answer {Told(server)}; of the server's processor {(served.Busy - busy).TotalMilliseconds / seen.Count:0.0} ms (wanted: 30)"));
    }

    private static async Task TypeAsync(IPage page, WireWatch wire, ServedProgram served)
    {
        await GoAsync(page, $"/apis/{MeasuredApis.Wide}", Form);
        await page.Locator("[data-grid=parameters] [data-row]").Nth(100).Locator("[data-col=name] button").ClickAsync();
        var cell = page.Locator("[data-grid=parameters] .live [data-col=name] input");
        await cell.WaitForAsync();
        var (server, largest) = (new List<double>(), 0);
        var busy = served.Busy;
        foreach (var letter in Typed)
        {
            wire.Forget();
            await cell.PressSequentiallyAsync($"{letter}");
            var (ms, bytes) = await wire.ExchangeAsync(page);
            largest = Math.Max(largest, bytes);
            server.Add(ms);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"pages: keystroke in a grid of 200 rows: from the message to its answer {Told(server)}; of the server's processor {(served.Busy - busy).TotalMilliseconds / server.Count:0.0} ms with all that follows it (wanted: 50); largest message {largest / 1000.0:0.0} KB (wanted: 4)"));
    }

    /// <summary>The best tells what it costs, the median and the worst what else the machine does.</summary>
    private static string Told(List<double> values) =>
        string.Create(CultureInfo.InvariantCulture, $"{values.Order().ElementAt(values.Count / 2):0} ms ({values.Min():0} to {values.Max():0})");
}
