using System.Xml.Linq;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Support;
using ApiAdmin.Web;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Operations;

/// <summary>The verb a build server calls: its exit code is what counts.</summary>
public sealed class RunCasesVerbTests
{
    [Fact]
    public async Task RunCases_AllPassOneFailsOrNoneThere_TellsItByTheExitCode()
    {
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite);
        await StoreAsync(store, "good", Outcome.Success);
        var passed = await VerbRun.RunAsync(store, ["run-cases", "--Sandbox:Enabled=true"]);
        await StoreAsync(store, "bad", Outcome.Timeout);
        var file = Path.Combine(store.DataDirectory, "cases.xml");

        var failed = await VerbRun.RunAsync(store, ["run-cases", "--junit", file, "--Sandbox:Enabled=true"]);
        var one = await VerbRun.RunAsync(store, ["run-cases", "good", "--Sandbox:Enabled=true"]);
        var unknown = await VerbRun.RunAsync(store, ["run-cases", "no-such-api"]);
        var misused = await VerbRun.RunAsync(store, ["run-cases", "--junit"]);

        Assert.Equal((0, 1, 0, 1, 2), (passed.ExitCode, failed.ExitCode, one.ExitCode, unknown.ExitCode, misused.ExitCode));
        Assert.EndsWith("1 of 1 cases passed", passed.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("The outcome is success, not timeout.", failed.Output, StringComparison.Ordinal);
        Assert.Contains("no-such-api", unknown.Error, StringComparison.Ordinal);
        Assert.Equal(["bad", "good"], XDocument.Load(file).Root!.Elements("testsuite").Select(suite => (string?)suite.Attribute("name")));
    }

    private static async Task StoreAsync(TestStore store, string key, Outcome expected)
    {
        await using var app = Program.Create([.. store.Settings.Select(entry => $"--{entry.Key}={entry.Value}")]);
        await app.Services.GetRequiredService<DatabaseInitializer>().InitializeAsync(default);
        var api = new ApiDefinition
        {
            Key = key, Name = key, Url = "{{system.sandbox.url}}/orders/A-1001", Limits = new InvocationLimits { TimeoutMs = 60_000 },
            Cases = [new TestCase { Name = "one", Expect = new CaseExpectation { Outcome = expected } }],
        };
        await app.Services.GetRequiredService<IDefinitionService>().CreateAsync(new HostActor("test"), api, default);
    }
}
