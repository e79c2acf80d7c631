using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Invocation;

/// <summary>Upstreams that lie, flood, stall and break off: each ends in time, with its outcome, and costs no memory.</summary>
[Collection(nameof(HostileUpstreamTests))]
[CollectionDefinition(nameof(HostileUpstreamTests), DisableParallelization = true)]
public sealed class HostileUpstreamTests : IAsyncLifetime
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private const int DeadlineMs = 1_000;
    private const long MostGrowth = 32L * 1024 * 1024;

    private static readonly Dictionary<string, (Outcome Outcome, Func<RawExchange, Task> Script)> Upstreams = new()
    {
        ["endless chunks"] = (Outcome.InvalidResponse, e => FloodAsync(e, Head + "Transfer-Encoding: chunked\r\n\r\n", "10000\r\n" + new string('a', 65_536) + "\r\n")),
        ["10 GB announced"] = (Outcome.InvalidResponse, e => FloodAsync(e, Head + "Content-Length: 10737418240\r\n\r\n", new string('a', 65_536))),
        ["short body"] = (Outcome.InvalidResponse, e => e.WriteAsync(Head + "Content-Length: 100\r\n\r\n{\"a\":1}")),
        ["two lengths"] = (Outcome.InvalidResponse, e => e.WriteAsync(Head + "Content-Length: 3\r\nContent-Length: 5\r\n\r\n[1,2]")),
        ["length and chunks"] = (Outcome.InvalidResponse, e => e.WriteAsync(Head + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n1\r\n0\r\n\r\n")),
        ["gzip bomb"] = (Outcome.InvalidResponse, GzipBombAsync),
        ["brotli bomb"] = (Outcome.InvalidResponse, e => e.WriteAsync(Encoded("br", BrotliBomb()))),
        ["stacked encodings"] = (Outcome.InvalidResponse, e => e.WriteAsync(Encoded("gzip, gzip", [1, 2, 3]))),
        ["lying encoding"] = (Outcome.InvalidResponse, e => e.WriteAsync(Encoded("gzip", "{\"a\":1}"u8.ToArray()))),
        ["lying brotli"] = (Outcome.InvalidResponse, e => e.WriteAsync(Encoded("br", "{\"a\":1}"u8.ToArray()))),
        ["header flood"] = (Outcome.InvalidResponse, e => FloodAsync(e, "HTTP/1.1 200 OK\r\n", "X-Flood: " + new string('a', 1_000) + "\r\n")),
        ["endless 100"] = (Outcome.InvalidResponse, e => FloodAsync(e, "", "HTTP/1.1 100 Continue\r\nX: a\r\n\r\n")),
        ["endless 103"] = (Outcome.InvalidResponse, e => FloodAsync(e, "", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")),
        ["chunk extensions"] = (Outcome.InvalidResponse, e => FloodAsync(e, Head + "Transfer-Encoding: chunked\r\n\r\n1;", new string('x', 65_536))),
        ["trailer flood"] = (Outcome.InvalidResponse, e => FloodAsync(e, Head + "Transfer-Encoding: chunked\r\n\r\n0\r\n", "X-T: " + new string('a', 1_000) + "\r\n")),
        ["drip of headers"] = (Outcome.Timeout, e => DripAsync(e, "HTTP/1.1 200 OK\r\n")),
        ["drip of body"] = (Outcome.Timeout, e => DripAsync(e, Head + "Content-Length: 100000\r\n\r\n")),
        ["silence"] = (Outcome.Timeout, e => e.WaitForCloseAsync()),
        ["reset after headers"] = (Outcome.InvalidResponse, e => ResetAsync(e, Head + "Content-Length: 10\r\n\r\n")),
        ["reset in body"] = (Outcome.InvalidResponse, e => ResetAsync(e, Head + "Content-Length: 10\r\n\r\n{\"a")),
        ["reset before an answer"] = (Outcome.InvalidResponse, e => ResetAsync(e, "")),
        ["garbage"] = (Outcome.InvalidResponse, e => e.WriteAsync("SSH-2.0-OpenSSH_9.6\r\n\r\n")),
        ["deep nesting"] = (Outcome.InvalidResponse, e => e.WriteAsync(Head + "Content-Length: 1000000\r\n\r\n" + new string('[', 1_000_000))),
    };

    /// <summary>One good call first: what is measured is the upstream's doing, not the compiler's.</summary>
    public async Task InitializeAsync()
    {
        await using var server = RawServer.Start(async exchange =>
        {
            await exchange.ReadRequestAsync();
            await exchange.WriteAsync(Head + "Content-Length: 7\r\n\r\n{\"a\":1}");
        });
        using var host = new InvokerHost([$"127.0.0.1:{server.Port}"]);
        await host.RunAsync(InvokerHost.Definition($"http://127.0.0.1:{server.Port}/", 10_000));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public static TheoryData<string> Names => [.. Upstreams.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Invoke_HostileUpstream_EndsInTimeWithItsOutcome(string name)
    {
        await using var server = RawServer.Start(async exchange =>
        {
            await exchange.ReadRequestAsync();
            await Upstreams[name].Script(exchange);
        });
        using var host = new InvokerHost([$"127.0.0.1:{server.Port}"]);
        var definition = InvokerHost.Definition($"http://127.0.0.1:{server.Port}/", DeadlineMs) with
        {
            Outputs = [new OutputParam { Name = "a", Path = "$.a" }],
        };
        var before = Memory();
        var watch = Stopwatch.StartNew();

        var report = await host.RunAsync(definition);

        Assert.Equal((name, Upstreams[name].Outcome), (name, report.Outcome));
        Assert.InRange(watch.ElapsedMilliseconds, 0, DeadlineMs + 250);
        Assert.InRange(Memory() - before, long.MinValue, MostGrowth);
        Assert.EndsWith(".", report.Message);
    }

    [Fact]
    public async Task Invoke_HundredMegabytes_AreReadInConstantMemory()
    {
        const int Length = 100 * 1024 * 1024;
        await using var server = RawServer.Start(async exchange =>
        {
            await exchange.ReadRequestAsync();
            await exchange.WriteAsync($"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: {Length}\r\n\r\n");
            var chunk = Encoding.ASCII.GetBytes(new string('a', 1024 * 1024));
            for (var sent = 0; sent < Length; sent += chunk.Length)
            {
                await exchange.WriteAsync(chunk);
            }
        });
        using var host = new InvokerHost([$"127.0.0.1:{server.Port}"]);
        var definition = InvokerHost.Definition($"http://127.0.0.1:{server.Port}/", 30_000);
        var before = Memory();

        var result = await host.RunAsync(definition with { Limits = definition.Limits with { MaxBodyBytes = 2 * Length } }, "user:1");

        Assert.Equal((Outcome.Success, Length, true), (result.Report.Outcome, result.Report.Response!.BodyBytes, result.Report.Response.Truncated));
        Assert.InRange(Memory() - before, long.MinValue, MostGrowth);
    }

    private static long Memory()
    {
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static async Task FloodAsync(RawExchange exchange, string start, string again)
    {
        await exchange.WriteAsync(start);
        var bytes = Encoding.Latin1.GetBytes(again);
        while (true)
        {
            await exchange.WriteAsync(bytes);
        }
    }

    private static async Task DripAsync(RawExchange exchange, string start)
    {
        await exchange.WriteAsync(start);
        while (true)
        {
            await exchange.PauseAsync(100);
            await exchange.WriteAsync("a");
        }
    }

    private static async Task ResetAsync(RawExchange exchange, string start)
    {
        await exchange.WriteAsync(start);
        await exchange.PauseAsync(50);
        exchange.Reset();
    }

    private static async Task GzipBombAsync(RawExchange exchange)
    {
        await exchange.WriteAsync(Head + "Content-Encoding: gzip\r\nConnection: close\r\n\r\n");
        await using var gzip = new GZipStream(exchange.Stream, CompressionLevel.Fastest);
        var zeros = new byte[1024 * 1024];
        for (var sent = 0L; sent < 10L * 1024 * 1024 * 1024; sent += zeros.Length)
        {
            await gzip.WriteAsync(zeros, exchange.Stop);
        }
    }

    private static byte[] BrotliBomb()
    {
        using var output = new MemoryStream();
        using (var brotli = new BrotliStream(output, CompressionLevel.Optimal))
        {
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 64; i++)
            {
                brotli.Write(zeros);
            }
        }

        return output.ToArray();
    }

    private static byte[] Encoded(string encoding, byte[] body) =>
        [.. Encoding.ASCII.GetBytes($"{Head}Content-Encoding: {encoding}\r\nContent-Length: {body.Length}\r\n\r\n"), .. body];
}
