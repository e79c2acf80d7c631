using System.Diagnostics;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using Microsoft.AspNetCore.Http;

namespace ApiAdmin.Benchmarks;

/// <summary>
/// Whether fifty upstreams that do not answer make the calls of a fast one slower. Blocks alone and beside them come in
/// turn, and which comes first changes from round to round; each block's own p50 and p99 are taken, the two blocks of a
/// round compared, and the median over all rounds told, so that what else the machine does falls on both sides alike.
/// Measuring begins when all fifty requests have arrived and some calls were made: opening and closing fifty connections
/// is another matter than waiting.
/// </summary>
internal static class SlowMeasure
{
    private const int Slow = 50;
    private const int Calls = 1_000;
    private const int Settling = 300;
    private const int Rounds = 60;
    private const int WarmUps = 12;

    private static readonly SemaphoreSlim Arrived = new(0);

    public static async Task<int> RunAsync()
    {
        await using var upstream = await LoopbackUpstream.StartAsync(AnswerAsync);
        var fast = new InvocationRequest { Definition = Definition(upstream.Address.ToString()) };
        for (var round = 0; round < WarmUps; round++)
        {
            await BlockAsync(upstream.Invoker, fast);
        }

        var rounds = new (Block Alone, Block Beside)[Rounds];
        for (var round = 0; round < Rounds; round += 2)
        {
            rounds[round] = (await BlockAsync(upstream.Invoker, fast), await BesideAsync(upstream, fast));
            var beside = await BesideAsync(upstream, fast);
            rounds[round + 1] = (await BlockAsync(upstream.Invoker, fast), beside);
        }

        Tell("p50", [.. rounds.Select(r => (r.Alone.P50, r.Beside.P50))]);
        Tell("p99", [.. rounds.Select(r => (r.Alone.P99, r.Beside.P99))]);
        return 0;
    }

    private static async Task<Block> BesideAsync(LoopbackUpstream upstream, InvocationRequest fast)
    {
        using var stop = new CancellationTokenSource();
        var pending = Enumerable.Range(0, Slow)
            .Select(i => upstream.Invoker.InvokeAsync(new InvocationRequest { Definition = Definition($"{upstream.Address}slow/{i}") }, stop.Token)).ToArray();
        for (var i = 0; i < Slow; i++)
        {
            await Arrived.WaitAsync();
        }

        var block = await BlockAsync(upstream.Invoker, fast);
        await stop.CancelAsync();
        await Task.WhenAll(pending);
        return block;
    }

    private static async Task<Block> BlockAsync(IInvoker invoker, InvocationRequest request)
    {
        for (var i = 0; i < Settling; i++)
        {
            await invoker.InvokeAsync(request, CancellationToken.None);
        }

        var times = new double[Calls];
        for (var i = 0; i < Calls; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await invoker.InvokeAsync(request, CancellationToken.None);
            times[i] = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        }

        return new Block(At(times, 0.5), At(times, 0.99));
    }

    private static void Tell(string what, (double Alone, double Beside)[] rounds)
    {
        var changes = rounds.Select(r => (r.Beside / r.Alone - 1) * 100).ToArray();
        Console.WriteLine(
            $"slow: {what} {At(rounds.Select(r => r.Alone), 0.5):0.0} us alone, {At(rounds.Select(r => r.Beside), 0.5):0.0} beside {Slow} slow ones; "
            + $"change in a round {At(changes, 0.5):+0.0;-0.0} % (quartiles {At(changes, 0.25):+0.0;-0.0}, {At(changes, 0.75):+0.0;-0.0}) (wanted: at most 10 %)");
    }

    private static double At(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[(int)(sorted.Length * share)];
    }

    private static ApiDefinition Definition(string url) => new()
    {
        Key = "slow", Name = "slow", Url = url, Outputs = [new OutputParam { Name = "id", Path = "$.id" }], Limits = new InvocationLimits { TimeoutMs = 15_000 },
    };

    private static async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/slow", StringComparison.Ordinal))
        {
            Arrived.Release();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("{\"id\":\"A-1001\"}", context.RequestAborted);
    }

    private sealed record Block(double P50, double P99);
}
