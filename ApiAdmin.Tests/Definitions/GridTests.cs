using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support.Pages;
using ApiAdmin.Web.Definitions;
using ApiAdmin.Web.Interchange;
using ApiAdmin.Web.Shared.Grid;
using Bunit;

namespace ApiAdmin.Tests.Definitions;

public sealed class GridTests
{
    private static readonly ApiDefinition Api = new()
    {
        Key = "a", Name = "A", Url = "https://x.example/",
        Parameters = [Query("one"), Query("two"), Query("three")],
    };

    [Fact]
    public async Task Type_InTheEmptyLastRow_AddsARowAndAnotherEmptyOne()
    {
        await using var context = new PageContext();
        var page = Open(context);
        await Tell(page, row: 4);
        await page.Find("[data-grid=parameters] .live [data-col=name] input").InputAsync("four");
        await page.Find("[data-grid=parameters] .live [data-col=name] input").InputAsync("fours");

        Assert.Equal(["one", "two", "three", "fours", ""], Names(page));
    }

    [Fact]
    public async Task Focus_OnARow_MakesOnlyThatRowLive()
    {
        await using var context = new PageContext();
        var page = Open(context);
        await Tell(page, row: 2);

        Assert.Equal("two", page.Find("[data-grid=parameters] .live [data-col=name] input").GetAttribute("value"));
        Assert.Single(page.FindAll("[data-grid=parameters] .live"));
    }

    [Fact]
    public async Task Enter_InARow_MovesDownAndFromTheLastToTheEmptyRow()
    {
        await using var context = new PageContext();
        var page = Open(context);
        await Tell(page, row: 2);
        await Tell(page, row: 2, key: "Enter");
        Assert.Equal("three", page.Find("[data-grid=parameters] .live [data-col=name] input").GetAttribute("value"));

        await Tell(page, row: 3, key: "Enter");
        Assert.Contains("row-new", page.Find("[data-grid=parameters] .live").ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeleteKey_OnARow_RemovesItAndUndoBringsItBack()
    {
        await using var context = new PageContext();
        var page = Open(context);
        await Tell(page, row: 2, key: "Delete");
        Assert.Equal(["one", "three", ""], Names(page));

        await page.Button("Undo").ClickAsync();
        Assert.Equal(["one", "two", "three", ""], Names(page));
    }

    [Fact]
    public async Task CtrlZ_AfterARemovalAndTyping_GoesBackStepByStepAndCtrlYForth()
    {
        await using var context = new PageContext();
        var page = Open(context);
        await Tell(page, row: 2, key: "Delete");
        await Tell(page, row: 1);
        await page.Find("[data-grid=parameters] .live [data-col=name] input").InputAsync("first");
        await Tell(page, row: 1, key: "Ctrl+z");
        Assert.Equal(["one", "three", ""], Names(page));

        await Tell(page, row: 1, key: "Ctrl+z");
        Assert.Equal(["one", "two", "three", ""], Names(page));
        Assert.Equal("", page.Find("[data-grid=parameters] [role=status]").TextContent.Trim());
        await Tell(page, row: 0, key: "Ctrl+y");
        await Tell(page, row: 0, key: "Ctrl+Shift+z");
        Assert.Equal(["first", "three", ""], Names(page));
    }

    [Fact]
    public async Task AltArrow_InARow_MovesTheRow()
    {
        await using var context = new PageContext();
        var page = Open(context);
        await Tell(page, row: 3, key: "Alt+ArrowUp");

        Assert.Equal(["one", "three", "two", ""], Names(page));
    }

    [Fact]
    public async Task EditAsText_WithOneLineOffAndOneThatIsNoRow_KeepsBothAndLeavesOutOnlyOnAsking()
    {
        await using var context = new PageContext();
        var page = Open(context);
        await page.Find("[data-grid=parameters] .grid-foot button:nth-of-type(2)").ClickAsync();
        Assert.Equal("one: {one}\ntwo: {two}\nthree: {three}\n", page.Find("#parameters-text").GetAttribute("value"));

        await page.Find("[data-grid=parameters] .grid-text").TriggerEventAsync("onstreamed", new StreamedEventArgs { Text = "one: 1\nnothing\n# three: {three}" });
        Assert.Equal("Line 2 is no row and is kept here only. Write it as name: value.", page.Find("#parameters-text-error").TextContent);
        Assert.True(page.Button("Edit as rows").HasAttribute("disabled"));
        await page.Button("Leave out what is no row").ClickAsync();

        Assert.Equal(["one", "three", ""], Names(page));
        Assert.Equal(["", null, ""], page.FindAll("[data-grid=parameters] [data-col=enabled] input").Select(box => box.GetAttribute("checked")).Append(""));
    }

    [Fact]
    public async Task EditAsText_WhenTheUrlBringsAnotherRow_ShowsItToo()
    {
        await using var context = new PageContext();
        var page = Open(context);
        await page.Find("[data-grid=parameters] .grid-foot button:nth-of-type(2)").ClickAsync();
        await page.Find("#api-url").ChangeAsync("https://x.example/?one={one}&two={two}&three={three}&four=4");

        Assert.Equal("one: {one}\ntwo: {two}\nthree: {three}\nfour: 4\n", page.Find("#parameters-text").GetAttribute("value"));
    }

    [Fact]
    public async Task Source_OfALiveRow_ShowsTheFittingEditor()
    {
        await using var context = new PageContext();
        context.Secrets.Add("orders-token", "crm.example.com");
        var page = Open(context);
        await Tell(page, row: 1);
        await page.Find(".live [aria-label='Request param 1, Value source']").ChangeAsync("Constant");
        await page.Find(".live [aria-label='Request param 1, Constant']").InputAsync("000");
        await page.Find(".live [aria-label='Request param 1, Value source']").ChangeAsync("Secret");
        await page.Find(".live [aria-label='Request param 1, Secret']").ChangeAsync("orders-token");
        await page.Button("Save").ClickAsync();

        Assert.Equal(new SecretValue { Name = "orders-token" }, context.Definitions["a"].Definition.Parameters[0].Value);
    }

    private static RequestParam Query(string name) => new() { Name = name, In = ParamPlace.Query };

    private static IRenderedComponent<ApiPage> Open(PageContext context)
    {
        context.Definitions.Add(Api);
        return context.Render<ApiPage>(p => p.Add(a => a.Key, "a"));
    }

    private static Task Tell(IRenderedComponent<ApiPage> page, int row, string? key = null) =>
        page.Find("[data-grid=parameters]").TriggerEventAsync("ongridevent", new GridEventArgs { Row = row, Column = "name", Key = key });

    private static string[] Names(IRenderedComponent<ApiPage> page) =>
        [.. page.FindAll("[data-grid=parameters] [data-row]").Select(row =>
            row.QuerySelector("[data-col=name] input")?.GetAttribute("value")
            ?? (row.ClassName!.Contains("row-new") ? "" : row.QuerySelector(".cell-open")!.TextContent.Trim()))];
}
