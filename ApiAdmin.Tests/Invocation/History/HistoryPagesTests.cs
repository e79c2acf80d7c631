using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.History;
using ApiAdmin.Tests.Support.Pages;
using ApiAdmin.Web.Definitions;
using ApiAdmin.Web.Invocation.History;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Invocation.History;

public sealed class HistoryPagesTests
{
    private static readonly ApiDefinition Api = new()
    {
        Key = "order-status", Name = "Order status", Url = "https://x.example/{id}",
        Parameters =
        [
            new RequestParam { Name = "id", In = ParamPlace.Path, Required = true },
            new RequestParam { Name = "pin", In = ParamPlace.Query, Sensitive = true, Default = RawJson.String("0000") },
            new RequestParam { Name = "lang", In = ParamPlace.Query, Example = RawJson.String("en") },
        ],
    };

    private static readonly ValueMap<KeptInput> Inputs =
        new([new("id", new KeptInput { Value = RawJson.String("A-77") }), new("pin", new KeptInput { Redacted = true })]);

    [Fact]
    public async Task List_WhileItLoads_ShowsASkeletonThenWhatToDoFirst()
    {
        await using var context = new PageContext();
        context.History.Gate = new TaskCompletionSource();
        var page = context.Render<HistoryListPage>();
        Assert.NotNull(page.Find(".skeleton-rows"));

        context.History.Gate.SetResult();
        page.WaitForAssertion(() => Assert.Contains("Nothing has run yet", page.Find(".empty-state").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_WithAQueryInTheAddress_AsksForExactlyThat()
    {
        await using var context = new PageContext();
        context.Services.GetRequiredService<NavigationManager>().NavigateTo("/history?search=100%25&api=stock&outcome=timeout&who=user:1&answered=sample&from=2026-11-01&to=2026-11-22&after=1-a");
        var page = context.Render<HistoryListPage>();
        page.WaitForElement(".empty-state");

        Assert.Equal(
            new HistoryQuery { Text = "100%", Api = "stock", Outcome = Outcome.Timeout, Who = "user:1", Sampled = true, From = new(2026, 11, 1), To = new(2026, 11, 22), After = "1-a" },
            context.History.Queries[^1]);
    }

    [Fact]
    public async Task List_WithRubbishInTheAddress_ShowsAll()
    {
        await using var context = new PageContext();
        context.Services.GetRequiredService<NavigationManager>().NavigateTo("/history?outcome=77&answered=nobody&from=yesterday&to=2026-13-01&search=%20");
        context.Render<HistoryListPage>().WaitForElement(".empty-state");

        Assert.Equal(new HistoryQuery(), context.History.Queries[^1]);
    }

    [Fact]
    public async Task Filters_Changed_StandInTheAddressAndBeginAtTheNewest()
    {
        await using var context = new PageContext();
        context.Services.GetRequiredService<NavigationManager>().NavigateTo("/history?after=1-a");
        var page = context.Render<HistoryListPage>();
        page.WaitForElement(".empty-state");
        await page.Find("select[aria-label=Outcome]").ChangeAsync("InvalidInput");

        Assert.EndsWith("/history?outcome=invalidinput", context.Services.Address(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunsOfSamples_InTheListAndOnTheirPage_AreMarkedAndFiltered()
    {
        await using var context = new PageContext();
        context.History.Add(Reports.Success with { InvocationId = "mocked", Sample = "<b>found</b>" });
        context.History.Add(Reports.Success with { InvocationId = "real" });
        var list = context.Render<HistoryListPage>();
        list.WaitForElement("tbody tr");

        Assert.Equal("answered by sample <b>found</b>", list.Find("[data-testid=by-sample]").TextContent);
        Assert.Single(list.FindAll("[data-testid=by-sample]"));
        await list.Find("select[aria-label='Answered by']").ChangeAsync("sample");
        Assert.EndsWith("/history?answered=sample", context.Services.Address(), StringComparison.Ordinal);
        var run = context.Render<HistoryRunPage>(p => p.Add(r => r.Id, "mocked"));
        Assert.Contains("found", run.WaitForElement("[data-testid=by-sample]").TextContent, StringComparison.Ordinal);
        Assert.Contains("nothing was sent", run.Find("[data-testid=mocked]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_ThatFails_OffersToTryAgain()
    {
        await using var context = new PageContext();
        context.History.Failure = new NotFoundException("The database is away.");
        var page = context.Render<HistoryListPage>();
        Assert.Contains("The database is away.", page.WaitForElement("[role=alert]").TextContent, StringComparison.Ordinal);

        context.History.Failure = null;
        await page.Button("Try again").ClickAsync();
        page.WaitForElement(".empty-state");
    }

    [Fact]
    public async Task Rows_OfKeptRuns_LeadToTheRunAndItsApi()
    {
        await using var context = new PageContext();
        context.History.Add(Reports.Success);
        context.History.Next = "5-b";
        var page = context.Render<HistoryListPage>();

        Assert.Equal("/history/01-run", page.WaitForElement(".row-link").GetAttribute("href"));
        Assert.Equal("/apis/order-status", page.Find("td a.chip").GetAttribute("href"));
        Assert.Equal("Success", page.Find("[data-testid=outcome]").TextContent.Trim());
        await page.Button("Older").ClickAsync();
        Assert.EndsWith("/history?after=5-b", context.Services.Address(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OfAnother_ShowsInputsAndReportWithoutTheWholeBody()
    {
        await using var context = new PageContext();
        context.History.Add(Reports.Success, Inputs, who: "Ben");
        var page = Open(context);

        Assert.Contains("A-77", page.Markup, StringComparison.Ordinal);
        Assert.Contains("not kept", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".output-problem button"));
        await page.FindAll("[role=tab]").First(tab => tab.TextContent.StartsWith("Body", StringComparison.Ordinal)).ClickAsync();
        Assert.Contains("12345678901234567890.10", page.Find("#body-text").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("a[download]"));
    }

    [Fact]
    public async Task Again_OfARunWithARedactedInput_FillsTheOthersAndAsksForThatOne()
    {
        await using var context = new PageContext();
        context.Definitions.Add(Api);
        context.History.Add(Reports.Success, Inputs);
        await Open(context).Button("Run again").ClickAsync();
        Assert.EndsWith("/apis/order-status", context.Services.Address(), StringComparison.Ordinal);

        var panel = context.Render<ApiPage>(p => p.Add(a => a.Key, "order-status"));
        Assert.Contains("pin", panel.Find("#asked-again").TextContent, StringComparison.Ordinal);
        await panel.Button("Run").ClickAsync();
        panel.WaitForElement("[data-testid=outcome]");

        // Neither dots nor the default of what was redacted, nor an example that the run did not have.
        Assert.Equal("A-77", Assert.Single(Assert.Single(context.Tests.Runs).Inputs).Value.GetString());
        Assert.Empty(panel.FindAll("#asked-again"));
    }

    [Fact]
    public async Task Again_OfAnApiThatIsGone_SaysSo()
    {
        await using var context = new PageContext();
        context.History.Add(Reports.Success, Inputs);
        var page = Open(context);
        await page.Button("Run again").ClickAsync();

        Assert.Contains("There is no API", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ForARoleThatMayOnlyRead_OffersNoOtherRun()
    {
        await using var context = new PageContext(Role.Supervisor);
        context.History.Add(Reports.Success, Inputs);

        Assert.DoesNotContain(Open(context).FindAll("button"), button => button.TextContent == "Run again");
    }

    private static IRenderedComponent<HistoryRunPage> Open(PageContext context)
    {
        var page = context.Render<HistoryRunPage>(p => p.Add(run => run.Id, "01-run"));
        page.WaitForElement(".report");
        return page;
    }
}
