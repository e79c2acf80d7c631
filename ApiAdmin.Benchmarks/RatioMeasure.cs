using System.Diagnostics;

namespace ApiAdmin.Benchmarks;

/// <summary>
/// The comparisons of BenchmarkDotNet again, in turn and in blocks so short that most lie between two interruptions
/// by other programs: on a busy machine its long blocks differ more by what else runs than by what is measured.
/// </summary>
internal static class RatioMeasure
{
    private const int Blocks = 400;
    private const int WarmUps = 800;

    private static readonly double[] Shares = [0.1, 0.25, 0.5];

    public static async Task<int> RunAsync()
    {
        var invocation = new InvocationBenchmarks();
        await invocation.StartAsync();
        await MeasureAsync("invocation", 50, invocation.HttpClientWithFiveReads, invocation.Invocation);
        await invocation.StopAsync();
        foreach (var (size, calls) in new[] { (1, 200), (100, 5) })
        {
            var extraction = new ExtractionBenchmarks { KiB = size };
            extraction.Setup();
            await MeasureAsync($"extraction of {size} KiB", calls, () => Task.FromResult(extraction.JsonDocumentByHand()), extraction.Extraction);
            await MeasureAsync("the same beside Newtonsoft", Math.Max(1, calls / 5), () => Task.FromResult(extraction.NewtonsoftSelectToken()), extraction.Extraction);
        }

        return 0;
    }

    private static async Task MeasureAsync(string what, int calls, Func<Task> baseline, Func<Task> measured)
    {
        for (var block = 0; block < WarmUps; block++)
        {
            await BlockAsync(calls, baseline);
            await BlockAsync(calls, measured);
        }

        var (before, after) = (new double[Blocks], new double[Blocks]);
        for (var block = 0; block < Blocks; block++)
        {
            before[block] = await BlockAsync(calls, baseline);
            after[block] = await BlockAsync(calls, measured);
        }

        Array.Sort(before);
        Array.Sort(after);
        Console.WriteLine($"{what}: {string.Join("; ", Shares.Select(share => Compare(before, after, share)))}");
    }

    private static string Compare(double[] before, double[] after, double share)
    {
        var at = (int)(Blocks * share);
        return $"p{share * 100:0} {after[at]:0.0} us beside {before[at]:0.0} ({after[at] / before[at]:0.00}x)";
    }

    /// <summary>Microseconds per call.</summary>
    private static async Task<double> BlockAsync(int calls, Func<Task> call)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < calls; i++)
        {
            await call();
        }

        return Stopwatch.GetElapsedTime(started).TotalMicroseconds / calls;
    }
}
