using System.Diagnostics;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using Microsoft.AspNetCore.Http;

namespace ApiAdmin.Benchmarks;

/// <summary>
/// Whether fifty upstreams that do not answer make the calls of a fast one slower; alone and beside them in turn, in one
/// run. Measuring begins when all fifty requests have arrived: opening fifty connections is another matter than waiting.
/// </summary>
internal static class SlowMeasure
{
    private const int Slow = 50;
    private const int Calls = 1_500;
    private const int Rounds = 6;
    private const int WarmUps = 4;

    private static readonly SemaphoreSlim Arrived = new(0);

    public static async Task<int> RunAsync()
    {
        await using var upstream = await LoopbackUpstream.StartAsync(AnswerAsync);
        var fast = new InvocationRequest { Definition = Definition(upstream.Address.ToString()) };
        for (var round = 0; round < WarmUps; round++)
        {
            await MeasureAsync(upstream.Invoker, fast, []);
        }

        List<double> alone = [], beside = [];
        for (var round = 0; round < Rounds; round++)
        {
            await MeasureAsync(upstream.Invoker, fast, alone);
            using var stop = new CancellationTokenSource();
            var pending = Enumerable.Range(0, Slow)
                .Select(i => upstream.Invoker.InvokeAsync(new InvocationRequest { Definition = Definition($"{upstream.Address}slow/{i}") }, stop.Token)).ToArray();
            for (var i = 0; i < Slow; i++)
            {
                await Arrived.WaitAsync();
            }

            await MeasureAsync(upstream.Invoker, fast, beside);
            await stop.CancelAsync();
            await Task.WhenAll(pending);
        }

        Console.WriteLine(
            $"slow: p50 {At(alone, 0.5):0.0} us alone, {At(beside, 0.5):0.0} beside {Slow} slow ones ({Change(alone, beside, 0.5):+0.0;-0.0} %); "
            + $"p99 {At(alone, 0.99):0.0} us alone, {At(beside, 0.99):0.0} beside ({Change(alone, beside, 0.99):+0.0;-0.0} %) (wanted: at most 10 %)");
        return 0;
    }

    private static async Task MeasureAsync(IInvoker invoker, InvocationRequest request, List<double> times)
    {
        for (var i = 0; i < Calls; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await invoker.InvokeAsync(request, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
        }
    }

    private static double At(List<double> times, double share) => times.Order().ElementAt((int)(times.Count * share));

    private static double Change(List<double> alone, List<double> beside, double share) => (At(beside, share) / At(alone, share) - 1) * 100;

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
}
