using System.Globalization;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>The grid of params as a person uses it: by keys alone, with things from elsewhere on the clipboard, as text, with many rows.</summary>
public sealed class GridJourneyTests
{
    private const string Grid = "[data-grid=parameters]";

    [SkippableFact]
    public async Task KeysAlone_TypeMoveRemoveAndUndo_DoWhatTheySay()
    {
        await using var grid = await OpenGrid.StartAsync(Screens.Order);
        var page = grid.Page;
        await page.Locator($"{Grid} .cell-open").First.FocusAsync();
        await Assertions.Expect(page.Locator($"{Grid} .live [data-col=name] input")).ToBeFocusedAsync();
        for (var row = 1; row <= 4; row++)
        {
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator($"{Grid} [data-row]").Nth(row).Locator("[data-col=name] input")).ToBeFocusedAsync();
        }

        await page.Keyboard.TypeAsync("limit");
        await grid.ExpectNamesAsync("orderId", "lang", "since", "pin", "limit");
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await grid.ExpectNamesAsync("orderId", "lang", "since", "limit", "pin");
        await page.Keyboard.PressAsync("Control+z");
        await grid.ExpectNamesAsync("orderId", "lang", "since", "pin", "limit");
        await page.Keyboard.PressAsync("Control+z");
        await grid.ExpectNamesAsync("orderId", "lang", "since", "pin");
        await page.Keyboard.PressAsync("Control+y");
        await grid.ExpectNamesAsync("orderId", "lang", "since", "pin", "limit");
        await page.Keyboard.PressAsync("Escape");
        await page.Locator($"{Grid} [aria-label='Remove lang']").FocusAsync();
        await page.Keyboard.PressAsync("Delete");
        await grid.ExpectNamesAsync("orderId", "since", "pin", "limit");
        await page.Button("Undo").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await grid.ExpectNamesAsync("orderId", "lang", "since", "pin", "limit");
    }

    [SkippableFact]
    public async Task Keys_PressedBeforeTheNextRowIsThere_ArePlayedWhenItIs()
    {
        await using var grid = await OpenGrid.StartAsync(Screens.Order);
        var page = grid.Page;
        await page.Locator($"{Grid} .row-new .cell-open").ClickAsync();
        await Assertions.Expect(page.Locator($"{Grid} .live [data-col=name] input")).ToBeFocusedAsync();

        // All in one turn of the browser, so that no answer can come in between.
        await page.Locator($"{Grid} .live [data-col=name] input").EvaluateAsync(
            """
            field => {
              field.value = "a";
              field.dispatchEvent(new Event("input", { bubbles: true }));
              for (const key of ["Enter", "b", "b", "Enter", "c", "x", "Backspace", "Enter", "d"])
                field.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
            }
            """);

        await grid.ExpectNamesAsync("orderId", "lang", "since", "pin", "a", "bb", "c", "d");
    }

    [SkippableFact]
    public async Task UrlAndRows_TypedInEither_ShowTheSameAndLeaveTheCaretAlone()
    {
        await using var grid = await OpenGrid.StartAsync(Screens.Order);
        var (page, url) = (grid.Page, grid.Page.Locator("#api-url"));
        await Assertions.Expect(url).ToHaveValueAsync("https://crm.example.com/v1/orders/{orderId}?lang=zh-CN&since={since}&pin={pin}");
        await url.PressAsync("End");
        await page.Keyboard.TypeAsync("&page=1");
        await grid.ExpectNamesAsync("orderId", "lang", "since", "pin", "page");
        await Assertions.Expect(url).ToBeFocusedAsync();

        await page.Locator($"{Grid} [aria-label='lang is on']").UncheckAsync();
        await Assertions.Expect(url).ToHaveValueAsync("https://crm.example.com/v1/orders/{orderId}?since={since}&pin={pin}&page=1");
        await page.Locator($"{Grid} [aria-label='Remove since']").ClickAsync();
        await Assertions.Expect(url).ToHaveValueAsync("https://crm.example.com/v1/orders/{orderId}?pin={pin}&page=1");
        await page.Locator($"{Grid} .cell-open").First.ClickAsync();
        await page.Locator($"{Grid} .live [data-col=name] input").FillAsync("id");
        await Assertions.Expect(url).ToHaveValueAsync("https://crm.example.com/v1/orders/{id}?pin={pin}&page=1");
        await page.Button("Save").ClickAsync();

        await Assertions.Expect(page.GetByText("unsaved", new() { Exact = true })).ToHaveCountAsync(0);
        Assert.Equal("https://crm.example.com/v1/orders/{id}", grid.Definitions["order-status"].Definition.Url);
    }

    [SkippableFact]
    public async Task Value_OfFortyKilobytesInOneLine_EntersInSmallMessagesAndIsKept()
    {
        await using var grid = await OpenGrid.StartAsync(Screens.Order);
        var (page, text) = (grid.Page, new string('v', 40_000));
        await page.Locator($"{Grid} .cell-open").Nth(1).ClickAsync();
        var cell = page.GetByLabel("Request param 2, Constant");
        await cell.FillAsync(text);
        await Assertions.Expect(page.Locator("#api-url")).ToHaveValueAsync($"https://crm.example.com/v1/orders/{{orderId}}?lang={text}&since={{since}}&pin={{pin}}");
        await page.Button("Save").ClickAsync();

        await Assertions.Expect(page.GetByText("unsaved", new() { Exact = true })).ToHaveCountAsync(0);
        Assert.Equal(RawJson.String(text), ((ConstantValue)grid.Definitions["order-status"].Definition.Parameters[1].Value).Value);
        Assert.True(grid.Sent.Max(frame => frame.Bytes) <= 32 * 1024);
    }

    [SkippableTheory]
    [InlineData("a: 1\r\nb: 2\r\n# c: 3")]
    [InlineData("a=1&b=2&c=3")]
    [InlineData("""{ "a": 1, "b": "2", "c": [3] }""")]
    [InlineData("Name\tValue\r\na\t1\r\nb\t2\r\nc\t\"3\n4\"\r\n")]
    public async Task Paste_IntoTheEmptyLastRow_MakesRowsAndUndoTakesThemBack(string text)
    {
        await using var grid = await OpenGrid.StartAsync(Screens.Order);
        await grid.PasteAsync(".row-new", text);
        await grid.ExpectNamesAsync("orderId", "lang", "since", "pin", "a", "b", "c");
        await Assertions.Expect(grid.Page.Locator($"{Grid} [role=status]")).ToContainTextAsync("Rows pasted: 3.");

        await grid.Page.Button("Undo").ClickAsync();
        await grid.ExpectNamesAsync("orderId", "lang", "since", "pin");
    }

    [SkippableFact]
    public async Task Paste_OfRubbishBetweenRows_KeepsItAsTextWithASentence()
    {
        await using var grid = await OpenGrid.StartAsync(Screens.Order);
        var (page, area) = (grid.Page, grid.Page.Locator("#parameters-text"));
        await grid.PasteAsync(".row-new", "a: 1\nHTTP/1.1 200 OK\nb: 2");

        await Assertions.Expect(area).ToHaveValueAsync("orderId: {orderId}\nlang: zh-CN\nsince: {since}\npin: {pin}\na: 1\nb: 2\nHTTP/1.1 200 OK");
        await Assertions.Expect(page.Locator("#parameters-text-error")).ToHaveTextAsync("Line 7 is no row and is kept here only. Write it as name: value.");
        await area.FillAsync((await area.InputValueAsync()).Replace("HTTP/1.1 200 OK", "status: 200", StringComparison.Ordinal).Replace("lang: zh-CN", "# lang: en", StringComparison.Ordinal));
        await page.Button("Edit as rows").ClickAsync();
        await grid.ExpectNamesAsync("orderId", "lang", "since", "pin", "a", "b", "status");

        await page.Button("Save").ClickAsync();
        await Assertions.Expect(page.GetByText("unsaved", new() { Exact = true })).ToHaveCountAsync(0);
        var saved = grid.Definitions["order-status"].Definition.Parameters;
        Assert.Equal(Screens.Order.Parameters[1] with { Enabled = false, Value = new ConstantValue { Value = RawJson.String("en") } }, saved[1]);
        Assert.Equal(Screens.Order.Parameters.Where((_, i) => i != 1), saved.Take(4).Where((_, i) => i != 1));
    }

    [SkippableFact]
    public async Task Paste_OfAHundredKilobytes_EntersInSmallMessagesAndStaysWholeAsText()
    {
        await using var grid = await OpenGrid.StartAsync(Screens.Order);
        await grid.PasteAsync(".row-new", string.Join('\n', Enumerable.Range(0, 500).Select(i => $"param{i}: {new string('v', 200)}")));
        await Assertions.Expect(grid.Page.Locator($"{Grid} [data-row]")).ToHaveCountAsync(505);
        await grid.Page.Locator($"{Grid} .grid-foot button:text-is('Edit as text')").ClickAsync();
        var area = grid.Page.Locator("#parameters-text");
        await area.PressAsync("Control+End");
        await grid.Page.Keyboard.TypeAsync("last: one");
        await grid.Page.Button("Edit as rows").ClickAsync();

        await Assertions.Expect(grid.Page.Locator($"{Grid} [data-row]")).ToHaveCountAsync(506);
        Assert.InRange(grid.Sent.Max(frame => frame.Bytes), 20_000, 32 * 1024);
    }

    [SkippableFact]
    public async Task Keystroke_InAGridOfTwoHundredRows_IsOneSmallMessageEachWay()
    {
        await using var grid = await OpenGrid.StartAsync(Screens.Order with { Url = "https://crm.example.com/v1", Parameters = Many(200), Headers = [], Outputs = [] });
        var page = grid.Page;
        await page.Locator($"{Grid} .cell-open").Nth(150).ClickAsync();
        var cell = page.Locator($"{Grid} .live [data-col=name] input");
        await Assertions.Expect(cell).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync("a");
        await grid.AnsweredAsync(cell, "param150a");

        var costs = new List<string>();
        foreach (var name in new[] { "param150ab", "param150abc", "param150abcd" })
        {
            grid.Forget();
            await page.Keyboard.TypeAsync(name[^1..]);
            await grid.AnsweredAsync(cell, name);
            costs.Add(string.Create(CultureInfo.InvariantCulture, $"sent {string.Join('+', grid.Sent.Select(frame => frame.Bytes))}, received {string.Join('+', grid.Received.Select(frame => frame.Bytes))}, {grid.RoundTrip.TotalMilliseconds:0} ms"));
            Assert.True(grid.Sent.Count(frame => frame.Bytes > 64) == 1, costs[^1]);
            Assert.True(grid.Largest <= 4096, costs[^1]);
        }

        await File.WriteAllLinesAsync(Path.Combine(Chromium.Artifacts, "grid-keystroke.txt"), costs);
        await Assertions.Expect(cell).ToHaveValueAsync("param150abcd");
    }

    [SkippableTheory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Grid_InEveryState_FitsAndHasNoAccessibilityViolation(int width, ColorScheme scheme)
    {
        await using var grid = await OpenGrid.StartAsync(Screens.Order, width, scheme);
        var (page, suffix) = (grid.Page, $"-{width}-{scheme.ToString().ToLowerInvariant()}");
        await LookAsync(page, "grid-rows" + suffix);
        await page.Locator($"{Grid} .cell-open").Nth(1).ClickAsync();
        await Assertions.Expect(page.Locator($"{Grid} .live [data-col=name] input")).ToBeFocusedAsync();
        await LookAsync(page, "grid-live" + suffix);
        await page.Locator($"{Grid} [aria-label='Remove since']").ClickAsync();
        await Assertions.Expect(page.Button("Undo")).ToBeVisibleAsync();
        await LookAsync(page, "grid-removed" + suffix);
        await page.Locator($"{Grid} .grid-foot button:text-is('Edit as text')").ClickAsync();
        await page.Locator("#parameters-text").FillAsync("orderId: {orderId}\n# lang: zh-CN\nnot a row at all");
        await Assertions.Expect(page.Locator("#parameters-text-error")).ToBeVisibleAsync();
        await LookAsync(page, "grid-text" + suffix);
    }

    private static async Task LookAsync(IPage page, string name)
    {
        await Chromium.ShootAsync(page, name);
        await page.AssertFitsAsync();
        var found = await page.Locator(Grid).RunAxe(new AxeRunOptions());
        Assert.True(found.Violations.Length == 0, $"{name}: {string.Join('\n', found.Violations.Select(v => $"{v.Id}: {v.Help}\n{string.Join('\n', v.Nodes.Select(n => n.Html))}"))}");
    }

    private static ValueList<RequestParam> Many(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new RequestParam
        {
            Name = $"param{i}", In = ParamPlace.Query, Value = i % 5 == 0 ? new ConstantValue { Value = RawJson.String($"value {i}") } : new CallerValue(),
        })];
}
