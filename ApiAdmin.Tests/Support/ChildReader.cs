using System.Diagnostics;
using System.Globalization;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Tests.Support;

/// <summary>
/// One run of the invoker in a process of its own, so that what its memory grows by is the answer's doing and not that
/// of the tests beside it. The peak is the kernel's own count (VmHWM), which misses nothing between two looks.
/// </summary>
internal static class ChildReader
{
    public const string Verb = "child-read";

    /// <summary>What is called until nothing is left to compile or to rent for the first time.</summary>
    public const string WarmPath = "/warm";

    private const int WarmCalls = 20;

    /// <summary>In the child: warms up, runs, prints one line.</summary>
    public static async Task RunAsync(int port, int maxBytes, int timeoutMs)
    {
        using var host = new InvokerHost([$"127.0.0.1:{port}"]);
        for (var i = 0; i < WarmCalls; i++)
        {
            await host.RunAsync(Definition(port, WarmPath, maxBytes, 10_000));
        }

        var before = Peak();
        var report = await host.RunAsync(Definition(port, "/", maxBytes, timeoutMs));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{report.Outcome} {report.Response?.BodyBytes ?? 0} {Peak() - before} {report.DurationMs:0} {report.Message}"));
    }

    /// <summary>In the test: runs the child against a server and reads its line.</summary>
    public static async Task<ChildReading> MeasureAsync(RawServer server, int maxBytes, int timeoutMs)
    {
        using var child = ChildProcess.Run(
            new Dictionary<string, string?>(), Verb, $"{server.Port}", maxBytes.ToString(CultureInfo.InvariantCulture), timeoutMs.ToString(CultureInfo.InvariantCulture));
        var parts = (await child.ReadLineAsync() ?? throw new InvalidOperationException("The child ended without a word.")).Split(' ', 5);
        return new ChildReading(
            Enum.Parse<Outcome>(parts[0]), long.Parse(parts[1], CultureInfo.InvariantCulture), long.Parse(parts[2], CultureInfo.InvariantCulture),
            int.Parse(parts[3], CultureInfo.InvariantCulture), parts[4]);
    }

    private static ApiDefinition Definition(int port, string path, int maxBytes, int timeoutMs)
    {
        var definition = InvokerHost.Definition($"http://127.0.0.1:{port}{path}", timeoutMs);
        return definition with { Limits = definition.Limits with { MaxBodyBytes = maxBytes }, Outputs = [new OutputParam { Name = "a", Path = "$.a" }] };
    }

    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}

internal sealed record ChildReading(Outcome Outcome, long BodyBytes, long Growth, int DurationMs, string Message);
