using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.History;
using ApiAdmin.Tests.Support.Pages;
using ApiAdmin.Web.Invocation.History;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Invocation.History;

public sealed class HistoryCompareTests
{
    private static readonly InvocationReport Before = Reports.Success with { InvocationId = "00-run", StartedAt = PageContext.Now.AddMinutes(-5) };

    private static readonly InvocationReport After = Reports.Success with
    {
        Outcome = Outcome.BusinessFailure, Message = "The order is <b>locked</b>.", DurationMs = 99,
        Response = Reports.Success.Response! with
        {
            Status = 409, Reason = "Conflict", Headers = [new("Content-Type", "application/json"), new("X-Request-Id", "r-78"), new("Set-Cookie", "•••")],
            Body = """{"item":{"status":"locked","amount":12345678901234567890.10,"name":"李娜"}}""",
        },
    };

    [Fact]
    public async Task Compare_TwoRuns_ShowsOnlyWhatDiffersUntilAskedForAll()
    {
        await using var context = new PageContext();
        var page = Open(context, "/history/compare?left=00-run&right=01-run");

        Assert.Equal(["When", "Outcome", "Message", "Status", "Duration"], Names(page, "Run"));
        Assert.Equal(["X-Request-Id", "Set-Cookie"], Names(page, "Headers received"));
        Assert.Contains("<b>locked</b>", page.Markup.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(["−    \"status\": \"shipped\",", "+    \"status\": \"locked\","], page.FindAll(".diff-removed, .diff-added").Select(line => line.TextContent));

        await page.Find(".compare input[type=checkbox]").ChangeAsync(false);
        Assert.Contains("Call", Names(page, "Run"));
    }

    [Fact]
    public async Task Compare_WhatIsHiddenOnBothSides_IsNotCalledTheSame()
    {
        await using var context = new PageContext();
        var inputs = new ValueMap<KeptInput>([new("pin", new KeptInput { Redacted = true }), new("id", new KeptInput { Value = RawJson.String("A-1") })]);
        var page = Open(context, "/history/compare?left=00-run&right=01-run", inputs);

        Assert.Equal(["pin"], Names(page, "Inputs"));
        Assert.Equal("hidden", page.Find(".compared-hidden .badge").TextContent);
        Assert.All(page.FindAll(".compared-hidden td"), cell => Assert.Equal("•••", cell.TextContent));
    }

    [Fact]
    public async Task Compare_OneRunAlone_IsWithTheOneBeforeIt()
    {
        await using var context = new PageContext();
        var page = Open(context, "/history/compare?right=01-run");

        Assert.Contains("Status", Names(page, "Run"));
    }

    [Theory]
    [InlineData("/history/compare", "Choose two runs")]
    [InlineData("/history/compare?right=00-run", "There is no run before this one")]
    public async Task Compare_WithNothingToCompare_SaysWhatToDo(string address, string title)
    {
        await using var context = new PageContext();

        Assert.Contains(title, Open(context, address).Find(".empty-state").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_WithARunThatIsGone_SaysSo()
    {
        await using var context = new PageContext();

        Assert.Contains("no such run", Open(context, "/history/compare?left=none&right=01-run").Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WithTwoRunsTicked_LeadsToTheirComparison()
    {
        await using var context = new PageContext();
        context.History.Add(After);
        context.History.Add(Before);
        var page = context.Render<HistoryListPage>();
        page.WaitForElement(".pick input");
        await page.FindAll(".pick input")[0].ChangeAsync(true);
        Assert.Empty(page.FindAll(".compare-bar a"));
        await page.FindAll(".pick input")[1].ChangeAsync(true);

        Assert.Equal("/history/compare?left=00-run&right=01-run", page.Find(".compare-bar a").GetAttribute("href"));
        await page.Button("Choose none").ClickAsync();
        Assert.Empty(page.FindAll(".compare-bar"));
    }

    private static IEnumerable<string> Names(IRenderedComponent<HistoryComparePage> page, string title) => page.FindAll("section.card")
        .First(card => card.QuerySelector("h2")!.TextContent == title).QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Replace("differs", "", StringComparison.Ordinal).Replace("hidden", "", StringComparison.Ordinal).Trim());

    private static IRenderedComponent<HistoryComparePage> Open(PageContext context, string address, ValueMap<KeptInput>? inputs = null)
    {
        context.History.Add(Before, inputs);
        context.History.Add(After, inputs);
        context.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        var page = context.Render<HistoryComparePage>();
        page.WaitForElement(".compare, .empty-state, [role=alert]");
        return page;
    }
}
