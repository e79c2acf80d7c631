using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Support.Pages;
using ApiAdmin.Web.Invocation.Panel;
using Bunit;

namespace ApiAdmin.Tests.Invocation.Panel;

public sealed class StepsTabTests
{
    private static readonly ValueList<ReportStep> Steps =
    [
        new ReportStep { Name = "check inputs", State = StepState.Ok, Ms = 0.1, In = [new StepFact("orderId", "A-1001"), new StepFact("pin", "•••")] },
        new ReportStep { Name = "receive", State = StepState.Ok, In = [new StepFact("wireBytes", "2048")] },
        new ReportStep
        {
            Name = "success rule", State = StepState.Failed, Detail = "The other side answered, but not with a success.",
            In = [new StepFact("$.ret_code eq \"000000\"", "\"100012\""), new StepFact("$.data exists", "")], Out = [new StepFact("holds", "false")],
        },
        new ReportStep { Name = "outputs", State = StepState.Skipped },
        new ReportStep { Name = "output", Output = "城市", State = StepState.Skipped, Detail = "There is no value." },
    ];

    [Fact]
    public async Task Steps_OneFailed_OnlyThatOneIsOpenAndEachSaysWhatWentInAndOut()
    {
        await using var context = new PageContext();
        var tab = context.Render<StepsTab>(parameters => parameters.Add(p => p.Steps, Steps));

        Assert.Equal(5, tab.FindAll("li.run-step").Count);
        var open = Assert.Single(tab.FindAll("details[open]"));
        Assert.Contains("success rule failed", Words(open.QuerySelector("summary")!.TextContent), StringComparison.Ordinal);
        Assert.Equal(
            ["$.ret_code eq \"000000\": \"100012\"", "$.data exists: nothing", "does it apply?: no"],
            open.QuerySelectorAll("dl > div").Select(fact => $"{fact.QuerySelector("dt")!.TextContent}: {fact.QuerySelector("dd")!.TextContent}"));
    }

    [Fact]
    public async Task Steps_OfInputsSizesAndOutputs_ReadAsPeopleSayIt()
    {
        await using var context = new PageContext();
        var text = Words(context.Render<StepsTab>(parameters => parameters.Add(p => p.Steps, Steps)).Find("ol").TextContent);

        Assert.Contains("orderId A-1001", text, StringComparison.Ordinal);
        Assert.Contains("size as it came 2.0 KiB", text, StringComparison.Ordinal);
        Assert.Contains("output 城市 skipped", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_WithNothingToTell_HaveNothingToOpen()
    {
        await using var context = new PageContext();
        var tab = context.Render<StepsTab>(parameters => parameters.Add(p => p.Steps, Steps));

        Assert.Equal(4, tab.FindAll("details").Count);
        Assert.Contains("outputs skipped", Words(tab.Find(".run-step-plain").TextContent), StringComparison.Ordinal);
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
