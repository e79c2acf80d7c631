using System.Diagnostics;
using System.Globalization;
using System.Text;
using ApiAdmin.Benchmarks.Circuits;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace ApiAdmin.Benchmarks.Pages;

/// <summary>
/// A body of 50 MB in the panel, in a real browser: to open it, to go through it, to search it; how much the program
/// grows meanwhile, and whether it answers others as before.
/// </summary>
internal static class BodyMeasure
{
    private const int MegaByte = 1_000_000;
    private const int Length = 50 * MegaByte;
    private const int Steps = 10;

    private const string Text = "#body-text";
    private const string Pager = ".tab-panel .body-bar:has(> button:nth-of-type(4))";

    public static async Task<int> RunAsync(string program)
    {
        await using var upstream = await LoopbackUpstream.StartAsync(AnswerAsync);
        await using var served = await ServedProgram.StartAsync(program, MeasuredApis.Large(upstream.Address.ToString()), $"--Outbound:Allow:0=127.0.0.1:{upstream.Address.Port}");
        await using var browser = await MeasuredBrowser.StartAsync();
        using var person = await SignedIn.AsAsync(served.Address, ServedProgram.Email, ServedProgram.Password);
        var page = await browser.VisitAsync(served.Address, person.ToBrowser());
        await page.GotoAsync($"/apis/{MeasuredApis.Edited}");
        var run = page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true });
        await run.WaitForAsync();
        var before = served.PrivateBytes;
        await using var others = new OthersWatch(served, person);
        await TellAsync("run to its outcome", others, () => run.ClickAsync(), page.Locator("[data-testid=outcome]"));
        await TellAsync("open the Body tab", others, () => page.GetByRole(AriaRole.Tab, new() { Name = "Body" }).ClickAsync(), page.Locator(Text));
        for (var step = 0; step < Steps; step++)
        {
            await MoveAsync(page, others, $"page {step + 2}", 2);
        }

        await MoveAsync(page, others, "to the end", 3);
        await MoveAsync(page, others, "to the beginning", 0);
        await TellAsync("search for what stands at the end", others, () => SearchAsync(page, "the needle at the end"), page.Locator("#body-match"));
        await TellAsync("search for what is nowhere", others, () => SearchAsync(page, "no such thing"), page.Locator(".body-search [role=status]").Filter(new() { HasNotText = "1 of 1", HasText = "o" }));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"body: {Length / MegaByte} MB: private memory grew by at most {(others.MostBytes - before) / 1048576.0:0} MiB; others waited at most {others.Worst:0} ms for an answer"));
        return 0;
    }

    private static async Task MoveAsync(IPage page, OthersWatch others, string what, int button)
    {
        var shown = await page.Locator(Pager).Locator("[role=status]").InnerTextAsync();
        await TellAsync(what, others, () => page.Locator(Pager).Locator("button").Nth(button).ClickAsync(), page.Locator(Pager).Locator("[role=status]").Filter(new() { HasNotText = shown }));
    }

    private static async Task SearchAsync(IPage page, string text)
    {
        var field = page.Locator(".body-search input");
        await field.FillAsync(text);
        await field.PressAsync("Enter");
    }

    private static async Task TellAsync(string what, OthersWatch others, Func<Task> act, ILocator seen)
    {
        others.Forget();
        var clock = Stopwatch.StartNew();
        await act();
        await seen.First.WaitForAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"body: {what}: seen after {clock.Elapsed.TotalMilliseconds:0} ms; others waited at most {others.WorstOfLate:0} ms"));
    }

    /// <summary>Lines of JSON in pieces of 1 MB, and a needle before the end.</summary>
    private static async Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        var line = $"{{\"id\":\"A-1001\",\"name\":\"Li Na\",\"note\":\"{new string('x', 450)}\"}},\n";
        var piece = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(line, MegaByte / line.Length)));
        await context.Response.Body.WriteAsync("[\n"u8.ToArray(), context.RequestAborted);
        for (var written = 0; written + piece.Length < Length; written += piece.Length)
        {
            await context.Response.Body.WriteAsync(piece, context.RequestAborted);
        }

        await context.Response.Body.WriteAsync("\"the needle at the end\"]"u8.ToArray(), context.RequestAborted);
    }
}
