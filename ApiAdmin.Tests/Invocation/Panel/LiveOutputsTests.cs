using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Support.Pages;
using ApiAdmin.Web.Definitions;
using Bunit;

namespace ApiAdmin.Tests.Invocation.Panel;

public sealed class LiveOutputsTests
{
    private const string Moved = """{"item":{"delivery":{"status":"late"},"amount":"12","at":"2026-01-02T00:00:00Z"}}""";

    private static readonly ApiDefinition Api = new()
    {
        Key = "a", Name = "A", Url = "https://x.example/",
        Outputs = [new OutputParam { Name = "status", Path = "$.item.status" }, new OutputParam { Name = "amount", Path = "$.item.amount", Type = ParamType.Number }],
    };

    [Fact]
    public async Task Path_MendedAfterARun_IsTriedOnItsAnswerAtOnce()
    {
        await using var context = new PageContext();
        var page = Open(context);
        var problem = new OutputProblem { Code = OutputProblemCode.NoMatch, Message = "There is no match.", Matched = "$.item", Nearest = "$.item.delivery.status" };
        context.Tests.Report = Reports.Success with { Response = Answer(Moved), Outputs = [new ReportOutput { Name = "status", Type = ParamType.String, Problem = problem }] };
        await RunAsync(page);
        Assert.Equal(("$.item", ".status"), (page.Find(".matched").TextContent, page.Find(".unmatched").TextContent));

        await page.WaitForElement(".output-problem button").ClickAsync();
        context.Clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.Equal(["late", "12"], page.FindAll("[data-testid=output-value]").Select(value => value.TextContent)));
        Assert.Contains("nothing was sent", page.Find(".trial").TextContent, StringComparison.Ordinal);
        Assert.Single(context.Tests.Runs);
    }

    [Fact]
    public async Task Answer_WithoutWhatAnEarlierOneHad_IsToldAsDriftAndMendedByOneClick()
    {
        await using var context = new PageContext();
        var page = Open(context);
        context.Tests.Report = Reports.Success with { Response = Answer("""{"item":{"status":"paid","amount":12,"at":"2026-01-01T00:00:00Z"}}""") };
        await RunAsync(page);
        Assert.Empty(page.FindAll(".drift"));
        context.Tests.Report = Reports.Success with { InvocationId = "02-run", Response = Answer(Moved) };
        await RunAsync(page);

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".drift li").Count));
        Assert.Contains("\"paid\"", page.Find(".drift").TextContent, StringComparison.Ordinal);
        await page.Find(".drift li button").ClickAsync();
        Assert.Equal("$.item.delivery.status", page.Find("[data-grid=outputs] [data-col=path] span").TextContent);
    }

    [Fact]
    public async Task Compare_WithTheRunBefore_TellsStructureFirstAndTonesDownWhatAlwaysDiffers()
    {
        await using var context = new PageContext();
        var page = Open(context);
        context.Tests.Report = Reports.Success with { Response = Answer("""{"item":{"status":"paid","amount":12,"n":1,"at":"2026-01-01T00:00:00Z"}}""") };
        await RunAsync(page);
        context.Tests.Report = Reports.Success with { InvocationId = "02-run", Response = Answer("""{"item":{"amount":"12","n":2,"at":"2026-01-02T00:00:00Z","new":null}}""") };
        await RunAsync(page);
        await TabAsync(page, "Compare");

        page.WaitForAssertion(() => Assert.Equal(["gone $.item.status", "type changed $.item.amount", "added $.item.new", "value $.item.n"], Rows(page)));
        await page.Find(".tab-panel [type=checkbox]").ChangeAsync(true);
        Assert.Equal("value $.item.at", Rows(page)[^1]);
        Assert.NotNull(page.Find(".change-quiet"));
    }

    [Fact]
    public async Task Place_OfAnOutput_OpensTheBodyThere()
    {
        await using var context = new PageContext();
        var page = Open(context);
        context.Tests.Report = Reports.Success;
        await RunAsync(page);
        await page.Find(".output-place").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal("$.item.status", page.Find("#tree-path").TextContent));
    }

    private static string[] Rows(IRenderedComponent<ApiPage> page) =>
        [.. page.FindAll(".changes tbody tr").Select(row => $"{row.Children[0].TextContent} {row.Children[1].TextContent}")];

    private static ReportResponse Answer(string body) => Reports.Success.Response! with { Body = body, BodyBytes = body.Length };

    private static Task TabAsync(IRenderedComponent<ApiPage> page, string name) =>
        page.FindAll("[role=tab]").First(t => t.TextContent.StartsWith(name, StringComparison.Ordinal)).ClickAsync();

    private static async Task RunAsync(IRenderedComponent<ApiPage> page)
    {
        await page.Button("Run").ClickAsync();
        page.WaitForElement("[data-testid=outcome]");
    }

    private static IRenderedComponent<ApiPage> Open(PageContext context)
    {
        context.Definitions.Add(Api);
        return context.Render<ApiPage>(p => p.Add(a => a.Key, "a"));
    }
}
