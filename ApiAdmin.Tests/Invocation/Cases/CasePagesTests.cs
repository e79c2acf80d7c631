using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Support.Pages;
using ApiAdmin.Web.Definitions;
using ApiAdmin.Web.Invocation.Cases;
using AngleSharp.Dom;
using Bunit;

namespace ApiAdmin.Tests.Invocation.Cases;

/// <summary>Test cases on the page of an API and on their own page.</summary>
public sealed class CasePagesTests
{
    [Fact]
    public async Task KeepRun_ByOneClick_AddsACaseWithInputsAndWhatCameOut()
    {
        await using var context = new PageContext();
        var page = Open(context, Api());
        await page.Find("#input-id").InputAsync("A-1001");
        await page.Find("#input-pin").InputAsync("4711");
        await page.Button("Run").ClickAsync();
        page.WaitForElement("[data-testid=outcome]");
        await page.Button("Keep as a test case").ClickAsync();
        await page.Button("Save").ClickAsync();

        var test = Assert.Single(context.Definitions["a"].Definition.Cases);
        Assert.Equal("success: A-1001", test.Name);
        Assert.Equal(["id=\"A-1001\""], test.Inputs.Select(input => $"{input.Key}={input.Value?.Text}"));
        Assert.Equal((Outcome.Success, "status=\"shipped\""), (test.Expect.Outcome, string.Join(' ', test.Expect.Outputs.Select(output => $"{output.Key}={output.Value?.Text}"))));
    }

    [Fact]
    public async Task Case_EditedMovedAndRemoved_IsAsThePageSays()
    {
        await using var context = new PageContext();
        var page = Open(context, Api("first", "second"));
        await OpenSectionAsync(page);
        await page.Button("Move second up").ClickAsync();
        await page.FindAll(".case-item .section-toggle")[0].ClickAsync();
        await page.Find("#case-0-in-0").InputAsync("A-7");
        await page.Find("#case-0-out-0").InputAsync("null");
        await page.Find("#case-0-outcome").ChangeAsync("NotFound");
        await page.Find("#case-0-most").ChangeAsync("250.5");
        await page.Button("Remove first").ClickAsync();
        await page.Button("Undo").ClickAsync();
        await page.Button("Save").ClickAsync();

        var cases = context.Definitions["a"].Definition.Cases;
        Assert.Equal(["second", "first"], cases.Select(test => test.Name));
        Assert.Equal("\"A-7\"", cases[0].Inputs["id"]?.Text);
        Assert.Equal((Outcome.NotFound, 250.5, true), (cases[0].Expect.Outcome, cases[0].Expect.MaxDurationMs, cases[0].Expect.Outputs.ContainsKey("status")));
        Assert.Null(cases[0].Expect.Outputs["status"]);
    }

    [Fact]
    public async Task RunAll_OfTheSection_RunsThePageAsItStandsAndKeepsTheReport()
    {
        await using var context = new PageContext();
        var page = Open(context, Api("good", "that fails"));
        await OpenSectionAsync(page);
        await page.Button("Run all cases").ClickAsync();

        Assert.Equal("1 passed, 1 failed 12 ms", Words(page.WaitForElement("[data-testid=case-summary]")));
        Assert.Equal(["good passed", "that fails failed"], page.FindAll(".case-result").Select(item => Words(item.QuerySelector(".case-name")!) + " " + Words(item.QuerySelector(".run-step-state")!)));
        Assert.Contains("The outcome is success, not timeout.", page.Find(".case-failures").TextContent, StringComparison.Ordinal);
        await page.Button("Run good").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal("All 1 passed 12 ms", Words(page.Find("[data-testid=case-summary]"))));
    }

    [Fact]
    public async Task RunAll_WhileItRuns_ShowsHowFarAndCanBeCancelled()
    {
        await using var context = new PageContext();
        context.Cases.Gate = new TaskCompletionSource();
        var page = Open(context, Api("one", "two", "three"));
        await OpenSectionAsync(page);
        var run = page.Button("Run all cases").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal("2 of 3", page.Find(".case-progress [role=status]").TextContent));
        await page.Find(".case-progress button").ClickAsync();
        await run;

        Assert.Equal("2 passed, 0 failed, 1 not run 12 ms", Words(page.WaitForElement("[data-testid=case-summary]")));
    }

    [Fact]
    public async Task RunAll_ThatMayChangeSomethingReal_AsksOnceForAllBeforeAnythingRuns()
    {
        await using var context = new PageContext();
        context.Cases.Stored = [Api("one") with { Key = "a", Method = "POST" }, Api("two") with { Key = "b", Method = "DELETE" }, Api("three") with { Key = "c" }];
        var page = context.Render<CasesPage>();
        page.WaitForElement(".case-line");
        await page.Button("Run all cases").ClickAsync();
        Assert.Equal(["a: POST x.example", "b: DELETE x.example"], page.FindAll(".real-call li").Select(Words));
        Assert.Empty(context.Cases.Runs);

        await page.Button("Run it").ClickAsync();
        Assert.Equal("All 3 passed 12 ms", Words(page.WaitForElement("[data-testid=case-summary]")));
        Assert.Empty(page.FindAll(".real-call"));
    }

    [Fact]
    public async Task Page_WithoutCases_SaysHowToGetOne()
    {
        await using var context = new PageContext();
        var page = context.Render<CasesPage>();

        page.WaitForAssertion(() => Assert.Contains("No test cases yet", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("button"));
    }

    [Fact]
    public async Task Section_ForAReader_OffersNeitherChangeNorRun()
    {
        await using var context = new PageContext(Role.Supervisor);
        var page = Open(context, Api("one"));
        await OpenSectionAsync(page);

        Assert.Equal(["one"], page.FindAll("#section-cases .section-body button").Select(Words));
    }

    private static ApiDefinition Api(params string[] cases) => new()
    {
        Key = "a", Name = "A", Url = "https://x.example/{id}",
        Parameters = [new RequestParam { Name = "id", In = ParamPlace.Path, Required = true }, new RequestParam { Name = "pin", In = ParamPlace.Query, Sensitive = true }],
        Outputs = [new OutputParam { Name = "status", Path = "$.item.status" }],
        Cases = [.. cases.Select(name => new TestCase { Name = name, Expect = new CaseExpectation { Outcome = Outcome.Success } })],
    };

    private static Task OpenSectionAsync(IRenderedComponent<ApiPage> page) => page.Find("#heading-cases button").ClickAsync();

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IRenderedComponent<ApiPage> Open(PageContext context, ApiDefinition api)
    {
        context.Definitions.Add(api);
        var page = context.Render<ApiPage>(parameters => parameters.Add(p => p.Key, api.Key));
        page.WaitForElement("#api-name");
        return page;
    }
}
