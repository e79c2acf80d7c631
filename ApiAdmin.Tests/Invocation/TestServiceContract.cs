using System.Text;
using System.Text.Json;
using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.History;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Invocation;

/// <summary>Runs of the test panel as they are kept: who reads which, in the whole program over each database.</summary>
public abstract class TestServiceContract(StorageProvider provider) : IAsyncLifetime
{
    private TestApp? started;

    private TestApp App
    {
        get
        {
            Skip.If(started is null, $"{TestStore.ServerVariable} names no PostgreSQL server.");
            return started;
        }
    }

    private ITestService Tests => App.Services.GetRequiredService<ITestService>();

    public async Task InitializeAsync()
    {
        if (provider == StorageProvider.Sqlite || TestStore.Server is not null)
        {
            started = await TestApp.StartAsync(provider, new Dictionary<string, string?> { ["Sandbox:Enabled"] = "true" });
        }
    }

    public async Task DisposeAsync()
    {
        if (started is not null)
        {
            await started.DisposeAsync();
        }
    }

    [SkippableFact]
    public async Task Get_OwnReport_ReadsBackAsItWasAnswered()
    {
        var developer = await ActorAsync(Role.Developer);
        var ran = await RunAsync(developer, "{{system.sandbox.url}}/orders/A-1001");

        var kept = await Tests.GetAsync(developer, ran.InvocationId, default);

        Assert.Equal(Outcome.Success, kept.Outcome);
        Assert.Equal(Json(ran), Json(kept));
    }

    [SkippableFact]
    public async Task Get_AnothersReport_NeedsTheRightToAll()
    {
        var (first, second) = (await KeyAsync(Scopes.ApisWrite), await KeyAsync(Scopes.ApisWrite));
        var ran = await RunAsync(first, "{{system.sandbox.url}}/orders/A-1001");

        await Assert.ThrowsAsync<NotFoundException>(() => Tests.GetAsync(second, ran.InvocationId, default));
        Assert.Equal(Json(ran), Json(await Tests.GetAsync(await KeyAsync(Scopes.ApisRead), ran.InvocationId, default)));
        Assert.Equal(Json(ran), Json(await Tests.GetAsync(await ActorAsync(Role.Supervisor), ran.InvocationId, default)));
    }

    [SkippableFact]
    public async Task Test_WithSensitiveAndPlainInputs_KeepsWhatMayBeSeenForAnotherRun()
    {
        var developer = await ActorAsync(Role.Developer);
        var api = new ApiDefinition
        {
            Key = "probe", Name = "Probe", Url = "{{system.sandbox.url}}/echo/{id}",
            Parameters =
            [
                new RequestParam { Name = "id", In = ParamPlace.Path }, new RequestParam { Name = "pin", In = ParamPlace.Query, Sensitive = true },
                new RequestParam { Name = "note", In = ParamPlace.Query },
            ],
        };
        var inputs = new Dictionary<string, JsonElement> { ["id"] = Text("A-1"), ["pin"] = Text("471147"), ["note"] = Text("pin 471147") };

        var ran = await Tests.TestAsync(developer, api, inputs, null, default);
        var kept = await App.Services.GetRequiredService<IHistoryService>().GetAsync(developer, ran.InvocationId, default);

        Assert.Equal(Json(ran), Json(kept.Report));
        Assert.Equal(
            [new("id", new KeptInput { Value = RawJson.String("A-1") }), new("pin", new KeptInput { Redacted = true }), new("note", new KeptInput { Redacted = true })],
            kept.Inputs!);
    }

    [SkippableTheory]
    [InlineData("01920000000070008000000000000000")]
    [InlineData("no such id")]
    [InlineData("' OR 1=1 --")]
    public async Task GetAndReadBody_UnknownId_AreNotFound(string id)
    {
        var administrator = await ActorAsync(Role.Administrator);

        await Assert.ThrowsAsync<NotFoundException>(() => Tests.GetAsync(administrator, id, default));
        await Assert.ThrowsAsync<NotFoundException>(() => Tests.ReadBodyAsync(administrator, id, 0, default));
    }

    [SkippableFact]
    public async Task Test_BlockedTarget_IsKeptAndAudited()
    {
        var developer = await ActorAsync(Role.Developer);

        var ran = await RunAsync(developer, "http://169.254.169.254/latest/meta-data");

        Assert.Equal(Outcome.Blocked, ran.Outcome);
        Assert.Equal(Outcome.Blocked, (await Tests.GetAsync(developer, ran.InvocationId, default)).Outcome);
        var rows = await App.Services.GetRequiredService<AuditService>().ListAsync(AccessFixture.Host, null, 50, default);
        var row = Assert.Single(rows, row => row.Action == "outbound.blocked");
        Assert.Equal((developer.Id, "api:probe"), (row.ActorId, row.Subject));
        Assert.DoesNotContain("169.254", string.Join(' ', row.Fields), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(1_000)]
    [InlineData(200_000)]
    public async Task ReadBody_OfAnother_IsNotFoundEvenForAnAdministrator(int bytes)
    {
        var developer = await ActorAsync(Role.Developer);
        var ran = await RunAsync(developer, $"{{{{system.sandbox.url}}}}/large?bytes={bytes}");

        var window = await Tests.ReadBodyAsync(developer, ran.InvocationId, bytes - 5, default);

        Assert.Equal((bytes, bytes - 5, "]"), (window.TotalBytes, window.Offset, Encoding.UTF8.GetString(window.Bytes.Span).Trim()));
        var administrator = await ActorAsync(Role.Administrator);
        await Assert.ThrowsAsync<NotFoundException>(() => Tests.ReadBodyAsync(administrator, ran.InvocationId, 0, default));
    }

    [SkippableFact]
    public async Task LastInputs_OfSeveralRuns_AreTheNewestOfThatPersonAndApi()
    {
        var (developer, other) = (await ActorAsync(Role.Developer), await ActorAsync(Role.Developer));
        var api = new ApiDefinition
        {
            Key = "last", Name = "Last", Url = "{{system.sandbox.url}}/echo/{id}",
            Parameters = [new RequestParam { Name = "id", In = ParamPlace.Path }, new RequestParam { Name = "pin", In = ParamPlace.Query, Sensitive = true }],
        };
        foreach (var (actor, id) in new[] { (developer, "A-1"), (developer, "A-2"), (other, "B-1") })
        {
            await Tests.TestAsync(actor, api, new Dictionary<string, JsonElement> { ["id"] = Text(id), ["pin"] = Text("471147") }, null, default);
        }

        var last = await Tests.LastInputsAsync(developer, "last", default);

        Assert.Equal([new("id", new KeptInput { Value = RawJson.String("A-2") }), new("pin", new KeptInput { Redacted = true })], last!);
        Assert.Null(await Tests.LastInputsAsync(developer, "another", default));
    }

    [SkippableFact]
    public async Task Before_OfARun_IsTheOneOfTheSameApiWhoeverMadeIt()
    {
        var (developer, other) = (await ActorAsync(Role.Developer), await ActorAsync(Role.Developer));
        var first = await RunAsync(other, "{{system.sandbox.url}}/orders/A-1001");
        await Tests.TestAsync(developer, new ApiDefinition { Key = "stranger", Name = "S", Url = "{{system.sandbox.url}}/echo" }, new Dictionary<string, JsonElement>(), null, default);
        var second = await RunAsync(developer, "{{system.sandbox.url}}/orders/A-1001");
        var history = App.Services.GetRequiredService<IHistoryService>();

        Assert.Equal(first.InvocationId, await history.FindBeforeAsync(developer, second.InvocationId, default));
        Assert.Null(await history.FindBeforeAsync(developer, first.InvocationId, default));
    }

    [SkippableFact]
    public async Task Test_OfAnAnswerWithCookies_NamesThemWithoutTheirValues()
    {
        var ran = await RunAsync(await ActorAsync(Role.Developer), "{{system.sandbox.url}}/cookies");

        Assert.Equal(
            [new ReportCookie { Name = "sandbox_session", Path = "/", HttpOnly = true }, new ReportCookie { Name = "sandbox_language", Path = "/", MaxAge = "300" }],
            ran.Response!.Cookies.Select(cookie => cookie with { Expires = null }));
        Assert.DoesNotContain("s-1001", Json(ran), StringComparison.Ordinal);
    }

    private static JsonElement Text(string text) => JsonSerializer.SerializeToElement(text);

    private static string Json(InvocationReport report) => JsonSerializer.Serialize(report, DefinitionJson.Options);

    private Task<InvocationReport> RunAsync(Actor actor, string url) =>
        Tests.TestAsync(actor, new ApiDefinition { Key = "probe", Name = "Probe", Url = url }, new Dictionary<string, JsonElement>(), null, default);

    private async Task<UserActor> ActorAsync(Role role)
    {
        var user = await App.CreateUserAsync(role);
        return new UserActor(user.Id, user.Email!);
    }

    private async Task<KeyActor> KeyAsync(string scope)
    {
        var key = await App.Services.GetRequiredService<ApiKeyService>().CreateAsync(AccessFixture.Host, new NewApiKey("k", [scope]), default);
        return new KeyActor(key.Info.Id, key.Info.Name);
    }
}

public sealed class SqliteTestServiceTests() : TestServiceContract(StorageProvider.Sqlite);

public sealed class PostgresTestServiceTests() : TestServiceContract(StorageProvider.PostgreSql);
