using ApiAdmin.Core;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Support.Pages;
using ApiAdmin.Web.Definitions;
using ApiAdmin.Web.Shared.Grid;
using Bunit;

namespace ApiAdmin.Tests.Invocation.Panel;

public sealed class TestPanelTests
{
    private static readonly ApiDefinition Api = new()
    {
        Key = "a", Name = "A", Url = "https://x.example/{id}",
        Parameters =
        [
            new RequestParam { Name = "id", In = ParamPlace.Path, Required = true, Type = ParamType.Integer, Example = RawJson.Parse("12345678901234567890") },
            new RequestParam { Name = "pin", In = ParamPlace.Query, Sensitive = true },
            new RequestParam { Name = "from", In = ParamPlace.Query, Value = new SystemValue { Name = "call.from" } },
        ],
        Outputs = [new OutputParam { Name = "status", Path = "$.item.status" }, new OutputParam { Name = "city", Path = "$.item.citi" }],
    };

    [Fact]
    public async Task Inputs_OfADraft_AreOneTypedFieldEach()
    {
        await using var context = new PageContext();
        var page = Open(context);

        Assert.Equal("12345678901234567890", page.Find("#input-id").GetAttribute("value"));
        Assert.Equal("password", page.Find("#input-pin").GetAttribute("type"));
        Assert.NotNull(page.Find("[id='input-call.from']"));
    }

    [Fact]
    public async Task Run_WithUnsavedChanges_RunsThePageAsItStandsWithEveryDigit()
    {
        await using var context = new PageContext();
        var page = Open(context);
        await page.Find("#api-name").InputAsync("Not saved");
        await page.Button("Run").ClickAsync();
        page.WaitForElement("[data-testid=outcome]");

        var (definition, inputs) = Assert.Single(context.Tests.Runs);
        Assert.Equal("Not saved", definition.Name);
        Assert.Equal("12345678901234567890", inputs["id"].GetRawText());
        Assert.Equal("A", context.Definitions["a"].Definition.Name);
    }

    [Fact]
    public async Task Run_WhileItRuns_ShowsThePhaseAndCancelEndsIt()
    {
        await using var context = new PageContext();
        context.Tests.Gate = new TaskCompletionSource();
        var page = Open(context);
        var run = page.Button("Run").ClickAsync();
        (await context.Tests.Started.Task).Report("connect");
        page.WaitForAssertion(() => Assert.Equal("connect", page.Find(".phase-step.now").TextContent));

        await page.Button("Cancel").ClickAsync();
        await run;
        Assert.Contains("Cancelled", page.Find("#test-panel").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".phase-line"));
    }

    [Fact]
    public async Task Run_OfAnInvalidDraft_ShowsTheFindingsAtTheirFields()
    {
        await using var context = new PageContext();
        context.Tests.Failure = new InvalidException([new Finding("url", FindingCodes.Malformed, "Begin the URL with https://.")]);
        var page = Open(context);
        await page.Button("Run").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal("true", page.Find("#api-url").GetAttribute("aria-invalid")));
    }

    [Fact]
    public async Task Report_OnEachTab_ShowsWhatItIsAbout()
    {
        await using var context = new PageContext();
        var page = Open(context);
        await page.Button("Run").ClickAsync();
        page.WaitForElement("[data-testid=outcome]");

        Assert.Contains("shipped", Panel(page), StringComparison.Ordinal);
        foreach (var (tab, expected) in new[]
        {
            ("Body", "12345678901234567890.10"), ("Headers", "X-Request-Id"), ("Sent request", "Authorization: Bearer •••"),
            ("Connection", "12 days left"), ("Steps", "check inputs"),
        })
        {
            await page.FindAll("[role=tab]").First(t => t.TextContent.StartsWith(tab, StringComparison.Ordinal)).ClickAsync();
            Assert.Contains(expected, Panel(page), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task NearestPath_AtAnOutputThatFailed_IsTakenOverByOneClick()
    {
        await using var context = new PageContext();
        var page = Open(context);
        await page.Button("Run").ClickAsync();
        await page.WaitForElement(".output-problem button").ClickAsync();
        await page.Button("Save").ClickAsync();

        Assert.Equal("$.item.name", context.Definitions["a"].Definition.Outputs[1].Path);
    }

    [Fact]
    public async Task Body_WithMarkup_IsShownAsText()
    {
        await using var context = new PageContext();
        context.Tests.Report = Reports.Success with
        {
            Response = Reports.Success.Response! with { MediaType = "text/html", Body = "<img src=x onerror=alert(1)><script>alert(2)</script>" },
        };
        var page = Open(context);
        await page.Button("Run").ClickAsync();
        page.WaitForElement("[data-testid=outcome]");
        await page.FindAll("[role=tab]").First(t => t.TextContent == "Body").ClickAsync();

        Assert.Empty(page.FindAll("#body-text *"));
        Assert.Contains("<script>alert(2)</script>", page.Find("#body-text").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shortcut_Run_RunsOnce()
    {
        await using var context = new PageContext();
        var page = Open(context);
        await page.Find("[data-shortcuts]").TriggerEventAsync("onshortcut", new ShortcutEventArgs { Name = "run" });
        page.WaitForElement("[data-testid=outcome]");

        Assert.Single(context.Tests.Runs);
    }

    private static string Panel(IRenderedComponent<ApiPage> page) => page.Find("[role=tabpanel]").TextContent;

    private static IRenderedComponent<ApiPage> Open(PageContext context)
    {
        context.Definitions.Add(Api);
        return context.Render<ApiPage>(p => p.Add(a => a.Key, "a"));
    }
}
