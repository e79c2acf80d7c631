using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Validation;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>The nastiest strings, typed into the fields of the page in a real browser, several at once, over the real store.</summary>
public sealed class NaughtyPageTests
{
    private const int Strings = 40;

    private static readonly ApiDefinition Start = new()
    {
        Key = "naughty", Name = "Naughty", Url = "https://crm.example.com/v1",
        Headers = [new HeaderParam { Name = "X-A", Description = "x" }],
        Parameters = [new RequestParam { Name = "q", In = ParamPlace.Query }],
        Outputs = [new OutputParam { Name = "o", Path = "$.a" }],
        Success = new SuccessRule { Rules = [new BodyRule { Path = "$.a", Op = RuleOperator.Eq, Value = RawJson.String("x") }] },
    };

    /// <summary>The grid of a field, its label in there, and where the definition keeps it.</summary>
    private static readonly (string Grid, string Label, Func<ApiDefinition, string> Of)[] Cells =
    [
        ("parameters", "Default", d => d.Parameters[0].Default?.ToPlainText() ?? ""),
        ("parameters", "Example", d => d.Parameters[0].Example?.ToPlainText() ?? ""),
        ("parameters", "Description", d => d.Parameters[0].Description),
        ("headers", "Description", d => d.Headers[0].Description),
        ("outputs", "Default", d => d.Outputs[0].Default?.ToPlainText() ?? ""),
        ("outputs", "Description", d => d.Outputs[0].Description),
        ("rules", "Value", d => d.Success.Rules[0].Value?.ToPlainText() ?? ""),
    ];

    private static readonly (string Id, Func<ApiDefinition, string> Of)[] Inputs =
        [("#api-name", d => d.Name), ("#api-category", d => d.Category), ("#api-description", d => d.Description)];

    [SkippableFact]
    public async Task FreeTexts_NastiestStrings_AreKeptAndShownAsTyped()
    {
        var texts = NaughtyStrings.Nastiest(2 * Strings).Where(IsFree).Take(Strings).ToList();
        Assert.Equal(Strings, texts.Count);
        await using var app = await TestApp.StartAsync();
        var definitions = app.Services.GetRequiredService<IDefinitionService>();
        await definitions.CreateAsync(AccessFixture.Host, Start, default);
        await using var chromium = await Chromium.StartAsync();
        var page = await OpenAsync(app, chromium);
        for (var round = 0; round < texts.Count; round++)
        {
            if (round % 10 == 0)
            {
                await page.GotoAsync("/apis/naughty");
                await page.WaitForSelectorAsync("#api-name");
            }

            var typed = await TypeAsync(page, texts, round);
            await page.GetByText("unsaved", new() { Exact = true }).WaitForAsync();
            await page.Button("Save").ClickAsync();
            await Assertions.Expect(page.GetByText("unsaved", new() { Exact = true })).ToHaveCountAsync(0);
            var stored = (await definitions.GetAsync(AccessFixture.Host, "naughty", default)).Definition;
            Assert.Equal(typed, Inputs.Select(input => Browser(input.Of(stored))).Concat(Cells.Select(cell => Browser(cell.Of(stored)))));
            Assert.Equal(typed[0], Browser(await page.Locator("#api-name").InputValueAsync()));
        }

        await page.ReloadAsync();
        var last = (await definitions.GetAsync(AccessFixture.Host, "naughty", default)).Definition;
        await Assertions.Expect(page.Locator("#api-description")).ToHaveValueAsync(last.Description);
        await page.GotoAsync("/apis");
        await Assertions.Expect(page.Locator(".api-table .row-link")).ToHaveTextAsync(last.Name);
    }

    [SkippableFact]
    public async Task StrictFields_NastiestStrings_AreRefusedWithASentenceOrSaved()
    {
        await using var app = await TestApp.StartAsync();
        await using var chromium = await Chromium.StartAsync();
        var page = await OpenAsync(app, chromium);
        await page.GotoAsync("/apis/new");
        await page.Locator("#api-name").FillAsync("Strict");
        await page.Locator("#heading-success button").ClickAsync();
        foreach (var text in NaughtyStrings.Nastiest(Strings))
        {
            foreach (var id in new[] { "#api-key", "#api-url", "#success-message", "#success-status", "#response-charset" })
            {
                await page.Locator(id).FillAsync(text);
                await page.Locator(id).BlurAsync();
            }

            var row = await OpenRowAsync(page, "outputs");
            await row.Locator("[data-col=name] input").FillAsync(text);
            await row.Locator("[data-col=path] input").FillAsync(text);
            await page.Button("Save").ClickAsync();
            await page.WaitForSelectorAsync(".notice-bad");
            Assert.True((await page.Locator(".notice-bad").InnerTextAsync()).Length > 20);
        }

        Assert.NotEqual(0, await page.Locator(".field-error").CountAsync());
        await page.GotoAsync("/apis");
        await page.WaitForSelectorAsync(".empty-state");
    }

    [SkippableFact]
    public async Task SecretDialog_NastiestNames_AreRefusedWithASentence()
    {
        await using var app = await TestApp.StartAsync();
        await using var chromium = await Chromium.StartAsync();
        var page = await OpenAsync(app, chromium);
        await page.GotoAsync("/secrets");
        await page.Button("Add secret").ClickAsync();
        foreach (var text in NaughtyStrings.Nastiest(10))
        {
            await page.Locator("#secret-name").FillAsync(text);
            await page.Locator("#secret-value").FillAsync("value");
            await page.Locator("#secret-hosts").FillAsync(text);
            await page.Locator(".mud-dialog button[type=submit]").ClickAsync();
            await Assertions.Expect(page.Locator("#secret-name-error")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("#secret-value")).ToHaveValueAsync("");
        }
    }

    private static async Task<IPage> OpenAsync(TestApp app, Chromium chromium)
    {
        var page = await chromium.VisitAsync(app.Address);
        await page.SignInAsync((await app.CreateUserAsync(Role.Administrator)).Email!);
        return page;
    }

    /// <summary>Another string in each field, so that over all rounds each field has had each string.</summary>
    private static async Task<string[]> TypeAsync(IPage page, IReadOnlyList<string> texts, int round)
    {
        var typed = new List<string>();
        foreach (var (id, _) in Inputs)
        {
            typed.Add(texts[(round + typed.Count) % texts.Count]);
            await page.Locator(id).FillAsync(typed[^1]);
        }

        foreach (var (grid, label, _) in Cells)
        {
            typed.Add(texts[(round + typed.Count) % texts.Count]);
            var row = await OpenRowAsync(page, grid);
            await row.GetByLabel(label, new() { Exact = true }).Or(row.Locator($"[aria-label$=', {label}']")).FillAsync(typed[^1]);
        }

        return [.. typed.Select(Browser)];
    }

    private static async Task<ILocator> OpenRowAsync(IPage page, string grid)
    {
        var live = page.Locator($"[data-grid={grid}] .live");
        if (await live.CountAsync() == 0)
        {
            await page.Locator($"[data-grid={grid}] .cell-open").First.ClickAsync();
            await live.WaitForAsync();
        }

        return live;
    }

    /// <summary>What no validator refuses in any of the free fields: for the rest there is a sentence, and a test of its own.</summary>
    private static bool IsFree(string text) => text.Trim().Length > 0 && DefinitionValidator.Validate(Start with
    {
        Name = text, Category = text, Description = text,
        Headers = [Start.Headers[0] with { Description = text }],
        Parameters = [Start.Parameters[0] with { Default = RawJson.String(text), Example = RawJson.String(text), Description = text }],
        Outputs = [Start.Outputs[0] with { Default = RawJson.String(text), Description = text }],
        Success = Start.Success with { Rules = [Start.Success.Rules[0] with { Value = RawJson.String(text) }] },
    }).IsGood;

    /// <summary>A field of one line cannot hold a line break.</summary>
    private static string Browser(string text) => text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
}
