using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.History;
using ApiAdmin.Tests.Support;
using ApiAdmin.Tests.Support.Pages;

namespace ApiAdmin.Tests.Invocation.History;

/// <summary>Listing, finding and opening kept runs, on every database alike.</summary>
public abstract class HistoryContract(StorageProvider provider) : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private AccessFixture? opened;

    private AccessFixture Fixture
    {
        get
        {
            Skip.If(opened is null, $"{TestStore.ServerVariable} names no PostgreSQL server.");
            return opened;
        }
    }

    private IHistoryService History => Fixture.Get<IHistoryService>();

    public async Task InitializeAsync()
    {
        if (provider == StorageProvider.Sqlite || TestStore.Server is not null)
        {
            opened = await HistoryRun.FixtureAsync(provider);
        }
    }

    public async Task DisposeAsync()
    {
        if (opened is not null)
        {
            await opened.DisposeAsync();
        }
    }

    [SkippableFact]
    public async Task Pages_WhileRunsAreAddedAndMomentsAreEqual_HoldEachRunOnceNewestFirst()
    {
        for (var i = 0; i < 120; i++)
        {
            // Ten at each moment, so that a page ends among equals.
            await Fixture.KeepAsync(HistoryRun.Report($"run-{i:000}", Noon.AddSeconds(i / 10)));
        }

        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = await History.ListAsync(AccessFixture.Host, new HistoryQuery { After = after }, default);
            seen.AddRange(page.Items.Select(item => item.Id));
            after = page.Next;
            await Fixture.KeepAsync(HistoryRun.Report($"new-{seen.Count}", Noon.AddHours(1)));
        }
        while (after is not null);

        Assert.Equal(Enumerable.Range(0, 120).Reverse().Select(i => $"run-{i:000}"), seen);
    }

    [SkippableFact]
    public async Task Runs_AnsweredBySamples_NameThemAndAreFoundBesideTheOthers()
    {
        await Fixture.KeepAsync(HistoryRun.Report("real", Noon));
        await Fixture.KeepAsync(HistoryRun.Report("mocked", Noon.AddSeconds(1)) with { Sample = "Found 李" });

        Assert.Equal([("mocked", "Found 李"), ("real", null)], (await History.ListAsync(AccessFixture.Host, new HistoryQuery(), default)).Items.Select(item => (item.Id, item.Sample)));
        Assert.Equal(["mocked"], await Fixture.IdsAsync(new HistoryQuery { Sampled = true }));
        Assert.Equal(["real"], await Fixture.IdsAsync(new HistoryQuery { Sampled = false }));
        Assert.Equal(["mocked"], await Fixture.IdsAsync(new HistoryQuery { Text = "found 李" }));
        Assert.Equal("Found 李", (await History.GetAsync(AccessFixture.Host, "mocked", default)).Report.Sample);
    }

    [SkippableFact]
    public async Task Page_ThatHoldsExactlyAll_IsTheLast()
    {
        for (var i = 0; i < HistoryQuery.PageSize; i++)
        {
            await Fixture.KeepAsync(HistoryRun.Report($"run-{i}", Noon));
        }

        Assert.Null((await History.ListAsync(AccessFixture.Host, new HistoryQuery(), default)).Next);
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("rubbish")]
    [InlineData("99999999999999999999-a")]
    [InlineData("3999999999999999999-a")]
    [InlineData("1-")]
    [InlineData("1-a\0b")]
    [InlineData("-1-a")]
    public async Task List_CursorThatIsNone_BeginsAtTheNewest(string cursor)
    {
        await Fixture.KeepAsync(HistoryRun.Report("a", Noon));

        Assert.Equal(["a"], await Fixture.IdsAsync(new HistoryQuery { After = cursor }));
    }

    [SkippableFact]
    public async Task Filters_EachAndTogether_Narrow()
    {
        var (ana, ben) = (await Fixture.UserAsync(Role.Developer), await Fixture.UserAsync(Role.Developer));
        await Fixture.KeepAsync(HistoryRun.Report("a", Noon, "orders"), ana);
        await Fixture.KeepAsync(HistoryRun.Report("b", Noon.AddDays(-1), "orders", Outcome.Timeout), ben);
        await Fixture.KeepAsync(HistoryRun.Report("c", Noon.AddDays(-2), "stock", Outcome.Timeout), ana);

        Assert.Equal(["a", "b"], await Fixture.IdsAsync(new HistoryQuery { Api = "orders" }));
        Assert.Equal(["b", "c"], await Fixture.IdsAsync(new HistoryQuery { Outcome = Outcome.Timeout }));
        Assert.Equal(["a", "c"], await Fixture.IdsAsync(new HistoryQuery { Who = ana.Id }));
        Assert.Equal(["c"], await Fixture.IdsAsync(new HistoryQuery { Who = ana.Id, Outcome = Outcome.Timeout, Api = "stock" }));
        Assert.Empty(await Fixture.IdsAsync(new HistoryQuery { Api = "stock", Who = ben.Id }));
        Assert.Empty(await Fixture.IdsAsync(new HistoryQuery { Api = "a\0b" }));
    }

    [SkippableFact]
    public async Task Days_FromAndTo_AreWholeDaysOfUtc()
    {
        var midnight = new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);
        await Fixture.KeepAsync(HistoryRun.Report("before", midnight.AddMilliseconds(-1)));
        await Fixture.KeepAsync(HistoryRun.Report("first", midnight));
        await Fixture.KeepAsync(HistoryRun.Report("last", midnight.AddDays(1).AddMilliseconds(-1)));
        await Fixture.KeepAsync(HistoryRun.Report("after", midnight.AddDays(1)));
        var day = new DateOnly(2026, 11, 22);

        Assert.Equal(["last", "first"], await Fixture.IdsAsync(new HistoryQuery { From = day, To = day }));
        Assert.Equal(["first", "before"], (await Fixture.IdsAsync(new HistoryQuery { To = day }))[1..]);
        Assert.Equal(["after", "last", "first"], await Fixture.IdsAsync(new HistoryQuery { From = day }));
        Assert.Equal(4, (await Fixture.IdsAsync(new HistoryQuery { From = DateOnly.MinValue, To = DateOnly.MaxValue })).Count);
    }

    [SkippableFact]
    public async Task Days_OfAnotherZone_BeginWhenTheyDoThere()
    {
        var midnight = new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.FromHours(8));
        await Fixture.KeepAsync(HistoryRun.Report("before", midnight.AddMilliseconds(-1)));
        await Fixture.KeepAsync(HistoryRun.Report("first", midnight));
        await Fixture.KeepAsync(HistoryRun.Report("last", midnight.AddDays(1).AddMilliseconds(-1)));
        await Fixture.KeepAsync(HistoryRun.Report("after", midnight.AddDays(1)));
        var (day, zone) = (new DateOnly(2026, 11, 22), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

        Assert.Equal(["last", "first"], await Fixture.IdsAsync(new HistoryQuery { From = day, To = day, Zone = zone }));
        Assert.Equal(4, (await Fixture.IdsAsync(new HistoryQuery { From = DateOnly.MinValue, To = DateOnly.MaxValue, Zone = zone })).Count);
    }

    [SkippableTheory]
    [InlineData("100%", "percent")]
    [InlineData("a_b", "underscore")]
    [InlineData("100%%", "")]
    [InlineData("CONCEIÇÃO", "accents")]
    [InlineData("订单", "chinese")]
    [InlineData("back\\slash", "backslash")]
    [InlineData("'; DROP TABLE invocations; --", "")]
    [InlineData("a\0b", "")]
    [InlineData("underscor", "underscore")]
    [InlineData("API-OF-URL", "url")]
    [InlineData("crm.example.com/v1/stock", "url")]
    public async Task Text_AnyScriptAndMark_IsLiteral(string text, string expected)
    {
        foreach (var (id, message) in new[]
        {
            ("percent", "100% sure"), ("thousand", "1000 sure"), ("underscore", "a_b"), ("other", "axb"), ("accents", "João Conceição"), ("chinese", "订单状态"), ("backslash", "back\\slash"),
        })
        {
            await Fixture.KeepAsync(HistoryRun.Report(id, Noon, message: message));
        }

        var request = Reports.Success.Request! with { Url = "https://crm.example.com/v1/stock" };
        await Fixture.KeepAsync(HistoryRun.Report("url", Noon, "api-of-url") with { Request = request });

        Assert.Equal(expected, string.Join(',', await Fixture.IdsAsync(new HistoryQuery { Text = text })));
    }

    [SkippableFact]
    public async Task Choices_OfManyRuns_NameEachApiAndPersonOnceByTheLastName()
    {
        var ana = new UserActor(Guid.CreateVersion7(), "ana@example.com");
        await Fixture.KeepAsync(HistoryRun.Report("1", Noon, "stock"), ana);
        await Fixture.KeepAsync(HistoryRun.Report("2", Noon.AddHours(1), "orders"), ana with { UserName = "ana of sales" });
        await Fixture.KeepAsync(HistoryRun.Report("3", Noon, "orders"), new KeyActor(Guid.CreateVersion7(), "billing key"));

        var choices = await History.ChoicesAsync(AccessFixture.Host, default);

        Assert.Equal(["orders", "stock"], choices.Apis);
        Assert.Equal(["ana of sales", "billing key"], choices.People.Select(person => person.Name));
        Assert.Equal(ana.Id, choices.People[0].Id);
    }

    [SkippableFact]
    public async Task Choices_OfNothing_AreNone()
    {
        var choices = await History.ChoicesAsync(AccessFixture.Host, default);

        Assert.Equal((0, 0), (choices.Apis.Count, choices.People.Count));
    }

    [SkippableFact]
    public async Task Get_KeptRun_HasReportAndInputs()
    {
        var inputs = new ValueMap<KeptInput>([new("id", new KeptInput { Value = RawJson.Parse("12345678901234567890") }), new("pin", new KeptInput { Redacted = true })]);
        await Fixture.KeepAsync(HistoryRun.Report("run", Noon), inputs: inputs);

        var run = await History.GetAsync(AccessFixture.Host, "run", default);

        Assert.Equal(inputs, run.Inputs);
        Assert.Equal(HistoryRun.Report("run", Noon), run.Report);
        Assert.Equal(("GET", "https://crm.example.com/v1/orders/A-1001", 200, "The order was found."), (run.Item.Method, run.Item.Url, run.Item.Status, run.Item.Message));
        await Assert.ThrowsAsync<NotFoundException>(() => History.GetAsync(AccessFixture.Host, "ru\0n", default));
        await Assert.ThrowsAsync<NotFoundException>(() => History.GetAsync(AccessFixture.Host, "run%", default));
    }

    [SkippableFact]
    public async Task Keep_TextsNoDatabaseCanHoldOrTooLong_AreMadeFit()
    {
        var long64 = new string('字', 40_000);
        var request = Reports.Success.Request! with { Body = long64, Text = long64 };
        await Fixture.KeepAsync(HistoryRun.Report("run", Noon, message: "nul \0, half \ud83d, end " + long64) with { Request = request });

        var run = await History.GetAsync(AccessFixture.Host, "run", default);

        Assert.StartsWith("nul \ufffd, half \ufffd, end 字", run.Item.Message, StringComparison.Ordinal);
        Assert.Equal(1_001, run.Item.Message.Length);
        Assert.Equal(21_845 + 1, run.Report.Request!.Body!.Length);
        Assert.Equal(run.Report.Request.Body, run.Report.Request.Text);
    }

    [SkippableFact]
    public async Task Sweep_AfterTheRetention_RemovesOlderRunsInBatchesAndNothingElse()
    {
        var sweeper = Fixture.Get<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>().OfType<HistorySweeper>().Single();
        for (var i = 0; i < HistorySweeper.Batch + 5; i++)
        {
            await Fixture.KeepAsync(HistoryRun.Report($"old-{i:000}", Fixture.Clock.GetUtcNow()));
        }

        await Fixture.KeepAsync(HistoryRun.Report("young", Fixture.Clock.GetUtcNow().AddSeconds(1)));
        Fixture.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, await sweeper.SweepAsync(default));

        Fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HistorySweeper.Batch + 5, await sweeper.SweepAsync(default));

        Assert.Equal(["young"], await Fixture.IdsAsync(new HistoryQuery()));
        await using var db = await Fixture.Database.OpenAsync();
        Assert.Equal(["young"], db.InvocationReports.Select(row => row.InvocationId).ToList());
    }
}

public sealed class SqliteHistoryTests() : HistoryContract(StorageProvider.Sqlite);

public sealed class PostgresHistoryTests() : HistoryContract(StorageProvider.PostgreSql);
