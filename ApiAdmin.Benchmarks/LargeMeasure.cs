using System.Diagnostics;
using System.Text;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using Microsoft.AspNetCore.Http;

namespace ApiAdmin.Benchmarks;

/// <summary>How much memory the process grows by while an answer of 100 MB is read to its end.</summary>
internal static class LargeMeasure
{
    private const int MegaByte = 1_000_000;
    private const int Length = 100 * MegaByte;

    public static async Task<int> RunAsync()
    {
        await using var upstream = await LoopbackUpstream.StartAsync(AnswerAsync);
        var small = Definition(upstream.Address + "?small");
        await upstream.Invoker.InvokeAsync(new InvocationRequest { Definition = small }, CancellationToken.None);
        using var process = Process.GetCurrentProcess();
        var before = process.WorkingSet64;
        var call = upstream.Invoker.InvokeAsync(new InvocationRequest { Definition = Definition(upstream.Address.ToString()) }, CancellationToken.None);
        var peak = before;
        while (!call.IsCompleted)
        {
            await Task.WhenAny(call, Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System));
            process.Refresh();
            peak = Math.Max(peak, process.WorkingSet64);
        }

        var report = (await call).Report;
        Console.WriteLine($"large: {report.Outcome}, {report.Response?.BodyBytes:N0} bytes in {report.DurationMs:0} ms, working set grew by at most {(peak - before) / 1048576.0:0.0} MiB (wanted: 32)");
        return report.Outcome == Outcome.Success && report.Response!.BodyBytes == Length + 2 ? 0 : 1;
    }

    private static ApiDefinition Definition(string url) => new()
    {
        Key = "large", Name = "large", Url = url, Outputs = [new OutputParam { Name = "last", Path = "$.last", Required = false }],
        Limits = new InvocationLimits { MaxBodyBytes = 2 * Length, TimeoutMs = 15_000 },
    };

    /// <summary>A JSON array of texts in pieces of 1 MB; each text has 1,000 bytes, as a body of more than a million tokens is refused.</summary>
    private static async Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        var piece = Enumerable.Repeat(Encoding.ASCII.GetBytes($"\"{new string('x', 997)}\","), MegaByte / 1_000).SelectMany(b => b).ToArray();
        var pieces = context.Request.QueryString.HasValue ? 1 : Length / MegaByte;
        await context.Response.Body.WriteAsync("["u8.ToArray(), context.RequestAborted);
        for (var i = 0; i < pieces; i++)
        {
            await context.Response.Body.WriteAsync(i == pieces - 1 ? [.. piece.AsSpan(0, MegaByte - 1), (byte)' '] : piece, context.RequestAborted);
        }

        await context.Response.Body.WriteAsync("]"u8.ToArray(), context.RequestAborted);
    }
}
