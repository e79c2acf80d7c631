using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.Cases;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Invocation.Cases;

/// <summary>Order, several at once, cancelling: the runner in the whole program.</summary>
public sealed class CaseServiceTests(RestApp rest) : IClassFixture<RestApp>
{
    private static readonly HostActor Host = new("test");

    private ICaseService Cases => rest.App.Services.GetRequiredService<ICaseService>();

    [Fact]
    public async Task Run_SeveralApis_ReportsThemInTheOrderGivenAndTellsOfEachAsItEnds()
    {
        var told = new Told(_ => { });
        ApiDefinition[] apis = [.. Enumerable.Range(0, 9).Select(n => Api($"api-{n}", "first", "second"))];

        var report = await Cases.RunAsync(Host, apis, told, default);

        Assert.Equal(apis.SelectMany(api => new[] { $"{api.Key} first", $"{api.Key} second" }), report.Cases.Select(test => $"{test.Api} {test.Case}"));
        Assert.Equal((18, 18), (report.Passed, told.Results.Count));
    }

    [Fact]
    public async Task Run_Cancelled_TellsWhatDidNotRun()
    {
        using var cancel = new CancellationTokenSource();
        var told = new Told(_ => cancel.Cancel());

        var report = await Cases.RunAsync(Host, [Api("one", "first", "second", "third")], told, cancel.Token);

        Assert.Equal([CaseState.Passed, CaseState.NotRun, CaseState.NotRun], report.Cases.Select(test => test.State));
        Assert.Equal((1, 0, 2), (report.Passed, report.Failed, report.NotRun));
    }

    [Fact]
    public async Task Run_DefinitionThatCannotBeRun_FailsItsCasesAndNoOthers()
    {
        var report = await Cases.RunAsync(Host, [Api("bad", "a") with { Url = "ftp://x.example/" }, Api("good", "a")], null, default);

        Assert.Equal([CaseState.Failed, CaseState.Passed], report.Cases.Select(test => test.State));
        Assert.Equal(CaseExpectationKind.Definition, Assert.Single(report.Cases[0].Failures).Kind);
    }

    [Fact]
    public async Task Run_FlattenedOutput_IsExpectedByItsOwnName()
    {
        var api = Api("flat", "a") with
        {
            Outputs = [new OutputParam { Name = "item", Path = "$.item", Type = ParamType.Object, Flatten = true }],
            Cases = [new TestCase { Name = "a", Expect = new CaseExpectation { Outputs = new([new("item.status", RawJson.String("shipped"))]) } }],
        };

        var report = await Cases.RunAsync(Host, [api], null, default);

        Assert.True(report.Passed == 1, report.Cases[0].ToString());
        Assert.DoesNotContain(Core.Definitions.Validation.DefinitionValidator.Validate(api).Warnings, warning => warning.Path.StartsWith("cases", StringComparison.Ordinal));
    }

    private static ApiDefinition Api(string key, params string[] cases) => new()
    {
        Key = key, Name = key, Url = "{{system.sandbox.url}}/orders/A-1001", Limits = new InvocationLimits { TimeoutMs = 60_000 },
        Cases = [.. cases.Select(name => new TestCase { Name = name, Expect = new CaseExpectation { Outcome = Outcome.Success } })],
    };

    private sealed class Told(Action<CaseResult> each) : IProgress<CaseResult>
    {
        public System.Collections.Concurrent.ConcurrentQueue<CaseResult> Results { get; } = new();

        public void Report(CaseResult value)
        {
            Results.Enqueue(value);
            each(value);
        }
    }
}
