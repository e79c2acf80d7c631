using System.Globalization;
using System.Text;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>Answers as large as they come, in a real browser: of the rows of a tree only those in sight are on the page.</summary>
public sealed class LargeBodyTests
{
    private const int Items = 70_000;
    private const int Depth = 30;

    /// <summary>A tree shows fifteen rows; those around them are there beforehand.</summary>
    private const int MostRows = 100;

    [SkippableFact]
    public async Task Json_OfFiveMegabytes_IsScrolledSearchedAndClickedToItsEnd()
    {
        await using var upstream = RawServer.Answering(Answer("application/json", LargeJson()));
        await using var app = await TestApp.StartAsync(settings: new Dictionary<string, string?> { ["Outbound:Allow:0"] = $"127.0.0.1:{upstream.Port}" });
        await using var chromium = await Chromium.StartAsync();
        var page = await OpenAsync(app, chromium, upstream.Port);
        var rows = page.Locator("#body-tree [role=treeitem]");
        await Assertions.Expect(rows.First).ToBeVisibleAsync();
        await ExpectFewAsync(rows);

        await rows.Filter(new() { HasText = "items" }).Locator(".tree-toggle").ClickAsync();
        await Assertions.Expect(rows.Filter(new() { HasText = "[0]" }).First).ToBeVisibleAsync();
        await ScrollToEndAsync(page);
        await Assertions.Expect(rows.Filter(new() { HasText = "tail" })).ToBeInViewportAsync();
        await ExpectFewAsync(rows);
        await rows.Filter(new() { HasText = $"[{Items - 1}]" }).Locator(".tree-toggle").ClickAsync();
        await Assertions.Expect(rows.Filter(new() { HasText = $"customer {Items - 1} of many" })).ToBeInViewportAsync();
        await ExpectFewAsync(rows);

        var search = page.GetByRole(AriaRole.Searchbox, new() { Name = "Search the tree" });
        await search.FillAsync("needle");
        await Assertions.Expect(page.Locator("#tree-find-status")).ToHaveTextAsync("1 of 1");
        await Assertions.Expect(page.Locator("#tree-path")).ToHaveTextAsync("$.tail.last.word");
        await Assertions.Expect(rows.Filter(new() { HasText = "needle at the end" })).ToBeInViewportAsync();
        await ExpectFewAsync(rows);
        await Chromium.ShootAsync(page, "large-json-found");
        await rows.Filter(new() { HasText = "needle at the end" }).Locator(".tree-value").ClickAsync();
        await page.Locator(".tree-detail").GetByRole(AriaRole.Button, new() { Name = "Make an output" }).ClickAsync();
        await Assertions.Expect(rows.Locator(".tree-output")).ToHaveTextAsync("word");

        await search.FillAsync("bottom");
        await Assertions.Expect(page.Locator("#tree-path")).ToHaveTextAsync($"$.meta{string.Concat(Enumerable.Repeat(".in", Depth))}.leaf");
        await Assertions.Expect(rows.Filter(new() { HasText = "bottom" })).ToBeInViewportAsync();
        await ExpectFewAsync(rows);

        await page.GetByRole(AriaRole.Tab, new() { Name = "Outputs" }).ClickAsync();
        await Assertions.Expect(page.GetByTestId("output-value")).ToHaveTextAsync("needle at the end");
        await page.Button("Save").ClickAsync();
        await Assertions.Expect(page.Locator("[data-unsaved]")).ToHaveCountAsync(0);
        Assert.Equal([("word", "$.tail.last.word", ParamType.String)], (await OutputsAsync(app)).Select(output => (output.Name, output.Path, output.Type)));
    }

    [SkippableFact]
    public async Task Xml_OfFiveMegabytes_IsScrolledSearchedAndClickedToItsEnd()
    {
        await using var upstream = RawServer.Answering(Answer("application/xml", LargeXml()));
        await using var app = await TestApp.StartAsync(settings: new Dictionary<string, string?> { ["Outbound:Allow:0"] = $"127.0.0.1:{upstream.Port}" });
        await using var chromium = await Chromium.StartAsync();
        var page = await OpenAsync(app, chromium, upstream.Port);
        var rows = page.Locator("#body-tree [role=treeitem]");
        await Assertions.Expect(rows.First).ToBeVisibleAsync();
        await rows.Filter(new() { HasText = "list" }).Locator(".tree-toggle").ClickAsync();
        await Assertions.Expect(rows.Filter(new() { HasText = "item[2]" })).ToBeVisibleAsync();
        await ScrollToEndAsync(page);
        await Assertions.Expect(rows.Filter(new() { HasText = $"item[{Items}]" })).ToBeInViewportAsync();
        await ExpectFewAsync(rows);

        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search the tree" }).FillAsync("needle");
        const string Path = "/*[local-name()='orders']/*[local-name()='total']/*[local-name()='word']";
        await Assertions.Expect(page.Locator("#tree-path")).ToHaveTextAsync(Path);
        await Chromium.ShootAsync(page, "large-xml-found");
        await page.Locator(".tree-detail").GetByRole(AriaRole.Button, new() { Name = "Make an output" }).ClickAsync();
        await ExpectFewAsync(rows);

        await page.GetByRole(AriaRole.Tab, new() { Name = "Outputs" }).ClickAsync();
        await Assertions.Expect(page.GetByTestId("output-value")).ToHaveTextAsync("needle at the end");
        await page.Button("Save").ClickAsync();
        await Assertions.Expect(page.Locator("[data-unsaved]")).ToHaveCountAsync(0);
        Assert.Equal([("word", OutputSource.Xml, Path)], (await OutputsAsync(app)).Select(output => (output.Name, output.From, output.Path)));
    }

    private static async Task<IPage> OpenAsync(TestApp app, Chromium chromium, int port)
    {
        var definition = new ApiDefinition { Key = "large", Name = "Large", Url = $"http://127.0.0.1:{port}/", Limits = new InvocationLimits { TimeoutMs = 60_000, MaxBodyBytes = 16 * 1024 * 1024 } };
        await app.Services.GetRequiredService<IDefinitionService>().CreateAsync(AccessFixture.Host, definition, default);
        var page = await chromium.VisitAsync(app.Address);
        await page.SignInAsync((await app.CreateUserAsync(Role.Developer)).Email!);
        await page.GotoAsync("/apis/large");
        await page.Button("Run").ClickAsync();
        await Assertions.Expect(page.GetByTestId("outcome")).ToHaveTextAsync("Success");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Body" }).ClickAsync();
        await page.Locator("#body-tree").ScrollIntoViewIfNeededAsync();
        return page;
    }

    /// <summary>The height grows when the rows of what was opened are counted, so the end is where the last of them stands.</summary>
    private static Task ScrollToEndAsync(IPage page) => page.WaitForFunctionAsync(
        """
        () => {
          const tree = document.getElementById("body-tree");
          tree.scrollTop = tree.scrollHeight;
          const last = [...tree.querySelectorAll("[role=treeitem]")].at(-1);
          return last?.textContent.includes("needle") && last.getBoundingClientRect().bottom <= tree.getBoundingClientRect().bottom;
        }
        """);

    private static async Task ExpectFewAsync(ILocator rows) => Assert.InRange(await rows.CountAsync(), 1, MostRows);

    private static async Task<ValueList<OutputParam>> OutputsAsync(TestApp app) =>
        (await app.Services.GetRequiredService<IDefinitionService>().GetAsync(AccessFixture.Host, "large", default)).Definition.Outputs;

    private static string Answer(string mediaType, string body) =>
        string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nContent-Type: {mediaType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}");

    private static string LargeJson()
    {
        var items = string.Join(',', Enumerable.Range(0, Items).Select(n => string.Create(CultureInfo.InvariantCulture, $$"""{"id":{{n}},"name":"customer {{n}} of many with a text","tags":["a","b"]}""")));
        var deep = string.Concat(Enumerable.Repeat("{\"in\":", Depth)) + "{\"leaf\":\"bottom\"}" + new string('}', Depth);
        var body = $"{{\"meta\":{deep},\"items\":[{items}],\"tail\":{{\"last\":{{\"word\":\"needle at the end\"}}}}}}";
        Assert.True(body.Length > 4_900_000, $"{body.Length}");
        return body;
    }

    private static string LargeXml()
    {
        var items = string.Concat(Enumerable.Range(1, Items).Select(n => string.Create(CultureInfo.InvariantCulture, $"<item id=\"{n}\"><name>customer {n} of many</name><n/></item>\n")));
        var body = $"<?xml version=\"1.0\"?>\n<orders xmlns=\"urn:orders\"><list>{items}</list><total><word>needle at the end</word></total></orders>";
        Assert.True(body.Length > 4_000_000, $"{body.Length}");
        return body;
    }
}
