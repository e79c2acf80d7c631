using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Invocation;

/// <summary>Every way a run can end: the phases and steps of its report are those that happened, and add up.</summary>
public sealed class EndingsTests
{
    private const string Json = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n";
    private const string Good = Json + "Content-Length: 7\r\n\r\n{\"a\":1}";
    private const string Sent = "check build connect send wait receive extract";

    private static readonly Dictionary<string, Ending> Endings = new()
    {
        ["success"] = new(Outcome.Success, Sent, null, Good),
        ["not found"] = new(Outcome.NotFound, Sent, "status", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"),
        ["business failure"] = new(Outcome.BusinessFailure, Sent, "success rule", Json + "Content-Length: 7\r\n\r\n{\"a\":2}"),
        ["error status"] = new(Outcome.HttpError, Sent, "status", "HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n"),
        ["redirect too many"] = new(Outcome.HttpError, Sent, "status", "HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
        ["other body"] = new(Outcome.InvalidResponse, Sent, "body", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\n<p/>"),
        ["no output"] = new(Outcome.InvalidResponse, Sent, "outputs", Json + "Content-Length: 7\r\n\r\n{\"b\":1}") { Rules = false },
        ["cut off"] = new(Outcome.InvalidResponse, Sent, "body", Json + "Content-Length: 70\r\n\r\n{\"a\":1}"),
        ["no HTTP"] = new(Outcome.InvalidResponse, "check build connect send wait", "wait", "SSH-2.0-OpenSSH_9.6\r\n\r\n"),
        ["timeout before the answer"] = new(Outcome.Timeout, "check build connect send wait", "wait", null),
        ["timeout in the answer"] = new(Outcome.Timeout, "check build connect send wait receive", "receive", Json + "Content-Length: 70\r\n\r\n{\"a\":1") { Hangs = true },
        ["timeout in TLS"] = new(Outcome.Timeout, "check build connect tls", "TLS", null) { Url = "https://127.0.0.1:{port}/" },
        ["timeout in the dial"] = new(Outcome.Timeout, "check build dns connect", "connect", null) { Url = "http://far.example/" },
        ["timeout in the look-up"] = new(Outcome.Timeout, "check build dns", "resolve", null) { Url = "http://slow.example/" },
        ["no such name"] = new(Outcome.Unreachable, "check build dns", "resolve", null) { Url = "http://nowhere.example/" },
        ["nothing listens"] = new(Outcome.Unreachable, "check build connect", "connect", null) { Url = "http://127.0.0.1:1/", Allows = "127.0.0.1:1" },
        ["no TLS there"] = new(Outcome.Unreachable, "check build connect tls", "TLS", "HTTP/1.1 400 Bad\r\n\r\n") { Url = "https://127.0.0.1:{port}/", Unread = true },
        ["blocked address"] = new(Outcome.Blocked, "check build connect", "connect", null) { Url = "http://10.0.0.1/" },
        ["blocked name"] = new(Outcome.Blocked, "check build dns connect", "connect", null) { Url = "http://inside.example/" },
        ["blocked metadata"] = new(Outcome.Blocked, "check build connect", "connect", null) { Url = "http://metadata.google.internal/" },
        ["blocked redirect"] = new(Outcome.Blocked, "check build connect send wait", "connect", "HTTP/1.1 302 Found\r\nLocation: gopher://x/\r\nContent-Length: 0\r\n\r\n"),
        ["refused input"] = new(Outcome.InvalidInput, "check", "check inputs", null) { Inputs = """{ "no": 1 }""" },
        ["cannot be built"] = new(Outcome.InvalidInput, "check build", "build", null) { Url = "{{system.sandbox.url}}/" },
        ["cancelled before the answer"] = new(Outcome.Cancelled, "check build connect send wait", "wait", null) { Cancels = true },
        ["cancelled in the answer"] = new(Outcome.Cancelled, "check build connect send wait receive", "receive", Json + "Content-Length: 70\r\n\r\n{\"a\":1") { Hangs = true, Cancels = true },
    };

    public static TheoryData<string> Names => [.. Endings.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Invoke_EveryEnding_TellsThePhasesThatHappened(string name)
    {
        var ending = Endings[name];
        await using var server = RawServer.Start(ending.AnswerAsync);
        using var host = new InvokerHost(
            [$"127.0.0.1:{server.Port}", ending.Allows ?? "127.0.0.1:2"], new TableNames(), new FakeDialer { Route = ending.Url == "http://far.example/" ? null : e => e, Delay = ending.DialDelay });
        using var cancel = new CancellationTokenSource();
        var request = new InvocationRequest
        {
            Definition = ending.Definition(server.Port),
            Inputs = System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, System.Text.Json.JsonElement>>(ending.Inputs)!,
            PhaseStarted = ending.Cancels ? new CancelIn(ending.Hangs ? "receive" : "wait", cancel) : null,
        };

        var report = (await host.Invoker.InvokeAsync(request, cancel.Token)).Report;

        Assert.Equal((name, ending.Outcome, ending.Phases), (name, report.Outcome, string.Join(' ', report.Phases.Select(p => p.Name))));
        Assert.InRange(report.Phases.Sum(p => p.Ms), report.DurationMs * 0.95, report.DurationMs * 1.05);
        Assert.Equal(ending.FailedStep, report.Steps.FirstOrDefault(s => s.State == StepState.Failed)?.Name);
        Assert.Equal(report.Phases.Select(p => p.Name), report.Steps.Take(PhaseNames.All.Length).Index().Where(s => s.Item.State != StepState.Skipped).Select(s => PhaseNames.All[s.Index]));
    }

    [Fact]
    public void Endings_OfTheTable_CoverEveryOutcomeThatCanHappen() =>
        Assert.Equal(Enum.GetValues<Outcome>().Except([Outcome.Rejected]).Order(), Endings.Values.Select(e => e.Outcome).Distinct().Order());

    private sealed record Ending(Outcome Outcome, string Phases, string? FailedStep, string? Answer)
    {
        public string Url { get; init; } = "http://127.0.0.1:{port}/";

        public string Inputs { get; init; } = "{}";

        public string? Allows { get; init; }

        public bool Rules { get; init; } = true;

        /// <summary>The server keeps the connection open after its answer.</summary>
        public bool Hangs { get; init; }

        /// <summary>The server answers before it has read anything.</summary>
        public bool Unread { get; init; }

        public bool Cancels { get; init; }

        public TimeSpan DialDelay => Url.Contains("far.example", StringComparison.Ordinal) ? TimeSpan.FromSeconds(30) : TimeSpan.Zero;

        public ApiDefinition Definition(int port)
        {
            var definition = InvokerHost.Definition(Url.Replace("{port}", $"{port}", StringComparison.Ordinal), Outcome == Outcome.Timeout ? 2_000 : 10_000);
            return definition with
            {
                Limits = definition.Limits with { FollowRedirects = 1 },
                Outputs = [new OutputParam { Name = "a", Path = "$.a", Required = true }],
                Success = new SuccessRule
                {
                    Rules = Rules ? [new BodyRule { Path = "$.a", Op = RuleOperator.Eq, Value = RawJson.Parse("1") }] : [],
                    NotFound = new NotFoundRule { Status = ["404"] },
                },
            };
        }

        public async Task AnswerAsync(RawExchange exchange)
        {
            if (!Unread && !Url.StartsWith("https", StringComparison.Ordinal))
            {
                await exchange.ReadRequestAsync();
            }

            if (Answer is null)
            {
                await exchange.WaitForCloseAsync();
                return;
            }

            await exchange.WriteAsync(Answer);
            if (Hangs || Unread)
            {
                await exchange.WaitForCloseAsync();
            }
        }
    }

    /// <summary>The names of the table; one of them takes longer than any deadline here.</summary>
    private sealed class TableNames : Core.Invocation.Outbound.IHostResolver
    {
        private readonly FakeResolver known = new FakeResolver().With("far.example", "8.8.8.8").With("inside.example", "10.0.0.1");
        private readonly FakeResolver slow = new() { Delay = TimeSpan.FromSeconds(30) };

        public Task<System.Net.IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) =>
            (host == "slow.example" ? slow : known).ResolveAsync(host, cancellationToken);
    }

    private sealed class CancelIn(string phase, CancellationTokenSource cancel) : IProgress<string>
    {
        public void Report(string value)
        {
            if (value == phase)
            {
                cancel.CancelAfter(TimeSpan.FromMilliseconds(50));
            }
        }
    }
}
