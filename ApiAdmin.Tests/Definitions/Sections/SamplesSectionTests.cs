using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Support.Pages;
using ApiAdmin.Web.Definitions;
using Bunit;

namespace ApiAdmin.Tests.Definitions.Sections;

public sealed class SamplesSectionTests
{
    private static readonly ApiDefinition Api = new()
    {
        Key = "a", Name = "A", Url = "https://x.example/", Method = "POST", Outputs = [new OutputParam { Name = "status", Path = "$.item.status" }],
        Samples = [new ResponseSample { Name = "found", MediaType = "application/json", Body = """{"item":{"status":"paid"}}""" }],
    };

    [Fact]
    public async Task Sample_Saved_HoldsTheMaskedAnswerUnderANameOfItsOwn()
    {
        await using var context = new PageContext();
        context.Tests.Report = Reports.Success with { Response = Reports.Success.Response! with { Headers = [new("Content-Type", "application/json"), new("Content-Length", "9"), new("Set-Cookie", "•••")] } };
        var page = Open(context, Api with { Method = "GET" });
        await page.Button("Run").ClickAsync();
        page.WaitForElement("[data-testid=outcome]");
        await page.Button("Save as sample").ClickAsync();
        await page.Button("Save as sample").ClickAsync();
        await page.Button("Save").ClickAsync();

        var samples = context.Definitions["a"].Definition.Samples;
        Assert.Equal(["found", "Success 200", "Success 200 (2)"], samples.Select(s => s.Name));
        Assert.Equal(["Content-Type: application/json", "Set-Cookie: •••"], samples[1].Headers.Select(h => $"{h.Name}: {h.Value}"));
        Assert.Equal(Reports.Success.Response!.Body, samples[1].Body);
    }

    [Fact]
    public async Task Sample_OfAnAnswerBeyondTheReport_HoldsAllOfIt()
    {
        await using var context = new PageContext();
        var body = $"{{\"items\":\"{new string('x', 300_000)}\"}}";
        context.Tests.Whole = System.Text.Encoding.UTF8.GetBytes(body);
        var page = await RunAsync(context, Reports.Success.Response! with { Truncated = true, Body = body[..(64 * 1024)], BodyBytes = body.Length });

        await page.Button("Save as sample").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("Kept as", page.Find("#save-sample-told").TextContent, StringComparison.Ordinal));
        await page.Button("Save").ClickAsync();

        Assert.Equal(body, context.Definitions["a"].Definition.Samples[1].Body);
    }

    [Fact]
    public async Task Sample_OfAnAnswerThatIsTooLargeOrNoText_IsRefusedInWordsBeforehand()
    {
        await using var context = new PageContext();
        var page = await RunAsync(context, Reports.Success.Response! with { Truncated = true, BodyBytes = 5 * 1024 * 1024 });
        Assert.True(page.Button("Save as sample").HasAttribute("disabled"));
        Assert.Equal("This answer has 5.0 MiB; a sample has at most 1.0 MiB.", page.Find("#save-sample-told").TextContent);

        await using var other = new PageContext();
        page = await RunAsync(other, Reports.Success.Response! with { Body = null, BodyBase64 = "AAAA", BodyBytes = 3 });
        Assert.Equal("Only an answer that is text can become a sample.", page.Find("#save-sample-told").TextContent);
    }

    [Fact]
    public async Task Sample_WhenTheOthersLeaveNoRoom_SaysHowMuchThereIs()
    {
        await using var context = new PageContext();
        var large = new string('x', 1024 * 1024);
        var page = await RunAsync(context, Reports.Success.Response! with { Truncated = true, BodyBytes = 512 * 1024 }, Api with { Samples = [.. new[] { "a", "b" }.Select(name => new ResponseSample { Name = name, Body = large[..900_000] })] });

        Assert.Equal("The samples of this API have 1.7 MiB of 2.0 MiB: remove one to keep this answer of 512.0 KiB.", page.Find("#save-sample-told").TextContent);
        await page.Find("#section-samples .section-toggle").ClickAsync();
        Assert.Equal("The body of a sample has at most 1.0 MiB, those of all samples 2.0 MiB; these have 1.7 MiB.", page.Find("#section-samples .hint").TextContent);
    }

    [Fact]
    public async Task Sample_Edited_RemovedAndBack_IsKeptAsItStands()
    {
        await using var context = new PageContext();
        var page = Open(context, Api);
        await page.Find("#section-samples .section-toggle").ClickAsync();
        await page.Find(".sample-toggle").ClickAsync();
        await page.Find("#sample-0-name").InputAsync("order found");
        await page.Find("#sample-0-headers").ChangeAsync("X-Id: 7\nnonsense\nX-Two: a:b");
        await page.Find("#sample-0-status").ChangeAsync("404");
        await page.Button("Remove order found").ClickAsync();
        Assert.Empty(page.FindAll(".samples li"));
        await page.Button("Undo").ClickAsync();
        await page.Button("Save").ClickAsync();

        var sample = context.Definitions["a"].Definition.Samples.Single();
        Assert.Equal(("order found", 404, "X-Id=7 X-Two=a:b"), (sample.Name, sample.Status, string.Join(' ', sample.Headers.Select(h => $"{h.Name}={h.Value}"))));
    }

    [Fact]
    public async Task Mock_Chosen_AnswersWithoutAskingAndIsMarked()
    {
        await using var context = new PageContext();
        var page = Open(context, Api);
        await page.Find("#mock-with").ChangeAsync("found");
        Assert.Contains("nothing is sent", page.Find(".mock-on").TextContent, StringComparison.Ordinal);

        await page.Button("Run").ClickAsync();

        Assert.Contains("found", page.WaitForElement("[data-testid=mocked]").TextContent, StringComparison.Ordinal);
        Assert.Equal(["found"], context.Tests.Samples);
        Assert.Empty(context.Tests.Runs);
        await page.Find("#mock-with").ChangeAsync("");
        Assert.Empty(page.FindAll(".mock-on"));
    }

    [Fact]
    public async Task Path_TypedWithASampleAtHand_ShowsWhatItFindsThere()
    {
        await using var context = new PageContext();
        var page = Open(context, Api);
        await page.Find("[data-grid=outputs] [data-row]").TriggerEventAsync("ongridevent", new Web.Shared.Grid.GridEventArgs { Row = 1 });
        context.Clock.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Equal("paid", page.Find(".path-trial .output-value").TextContent));

        var typing = page.Find("[data-grid=outputs] [data-col=path] input").InputAsync("$.item.statu");
        context.Clock.Advance(TimeSpan.FromSeconds(1));
        await typing;
        // What was typed has reached the definition; its trial waits by a timer that may have begun after the first second.
        context.Clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.Contains("$.item has these members: status", page.Find(".path-trial").TextContent, StringComparison.Ordinal));
        await page.Find(".path-trial button").ClickAsync();
        Assert.Equal("$.item.status", page.Find("[data-grid=outputs] [data-col=path] input").GetAttribute("value"));
    }

    private static async Task<IRenderedComponent<ApiPage>> RunAsync(PageContext context, ReportResponse response, ApiDefinition? api = null)
    {
        context.Tests.Report = Reports.Success with { Response = response };
        var page = Open(context, (api ?? Api) with { Method = "GET" });
        await page.Button("Run").ClickAsync();
        page.WaitForElement("[data-testid=outcome]");
        return page;
    }

    private static IRenderedComponent<ApiPage> Open(PageContext context, ApiDefinition api)
    {
        context.Definitions.Add(api);
        return context.Render<ApiPage>(p => p.Add(a => a.Key, "a"));
    }
}
