using System.Diagnostics;
using System.IO.Compression;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Support;
using Xunit;

namespace ApiAdmin.Tests.Invocation.Reading;

/// <summary>Memory while a large body is read: the peak, not what is left after a collection.</summary>
[Collection(nameof(HostileUpstreamTests))]
public sealed class BodyGrowthTests
{
    private const int MegaByte = 1_000_000;
    private const long GibiByte = 1L << 30;
    private const long MostGrowth = 64 * MegaByte;
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n";

    [Fact]
    public async Task Invoke_HundredMegabytes_PeakStaysSmall()
    {
        var piece = Enumerable.Repeat((byte)'a', MegaByte).ToArray();
        await using var server = RawServer.Start(async exchange =>
        {
            await exchange.ReadRequestAsync();
            await exchange.WriteAsync($"{Head}Content-Length: {100 * MegaByte}\r\n\r\n");
            for (var i = 0; i < 100; i++)
            {
                await exchange.WriteAsync(piece);
            }
        });
        var (report, growth) = await RunAsync(server, maxBytes: 200 * MegaByte);
        Assert.Equal(Outcome.Success, report.Outcome);
        Assert.Equal(100 * MegaByte, report.Response!.BodyBytes);
        Assert.InRange(growth, 0, MostGrowth);
    }

    [Fact]
    public async Task Invoke_TenGibibytesOfGzip_EndsAtTheCap()
    {
        // One gzip member, written again and again: concatenated members are one gzip stream (RFC 1952, section 2.2).
        var member = Compressed(stream => new GZipStream(stream, CompressionLevel.Optimal), 16 * MegaByte);
        long sent = 0;
        await using var server = RawServer.Start(async exchange =>
        {
            await exchange.ReadRequestAsync();
            await exchange.WriteAsync($"{Head}Content-Encoding: gzip\r\nConnection: close\r\n\r\n");
            for (; sent < 10 * GibiByte; sent += 16 * MegaByte)
            {
                await exchange.WriteAsync(member);
            }
        });
        var (report, growth) = await RunAsync(server, maxBytes: 20 * MegaByte);
        Assert.Equal(Outcome.InvalidResponse, report.Outcome);
        Assert.Contains("too large", report.Message, StringComparison.Ordinal);
        Assert.Equal(20 * MegaByte, report.Response!.BodyBytes);
        Assert.InRange(growth, 0, MostGrowth);
        Assert.True(sent < 10 * GibiByte, "the server could send everything");
    }

    [Fact]
    public async Task Invoke_OneGibibyteOfBrotli_EndsAtTheCap()
    {
        var bomb = Compressed(stream => new BrotliStream(stream, CompressionLevel.Fastest), GibiByte);
        await using var server = RawServer.Start(async exchange =>
        {
            await exchange.ReadRequestAsync();
            await exchange.WriteAsync($"{Head}Content-Encoding: br\r\nContent-Length: {bomb.Length}\r\n\r\n");
            await exchange.WriteAsync(bomb);
        });
        var (report, growth) = await RunAsync(server, maxBytes: 20 * MegaByte);
        Assert.Equal(Outcome.InvalidResponse, report.Outcome);
        Assert.Equal(20 * MegaByte, report.Response!.BodyBytes);
        Assert.InRange(growth, 0, MostGrowth);
    }

    /// <summary>Runs it and looks at the process's working set all the while, from this very loop.</summary>
    private static async Task<(InvocationReport Report, long Growth)> RunAsync(RawServer server, int maxBytes)
    {
        using var host = new InvokerHost([$"127.0.0.1:{server.Port}"]);
        var definition = InvokerHost.Definition($"http://127.0.0.1:{server.Port}/", 30_000);
        definition = definition with { Limits = definition.Limits with { MaxBodyBytes = maxBytes } };
        using var process = Process.GetCurrentProcess();
        var before = process.WorkingSet64;
        var peak = before;
        var call = host.RunAsync(definition);
        while (!call.IsCompleted)
        {
            await Task.WhenAny(call, Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System));
            process.Refresh();
            peak = Math.Max(peak, process.WorkingSet64);
        }

        return (await call, peak - before);
    }

    private static byte[] Compressed(Func<Stream, Stream> encoding, long length)
    {
        using var output = new MemoryStream();
        using (var encoder = encoding(output))
        {
            var zeros = new byte[MegaByte];
            for (var left = length; left > 0; left -= zeros.Length)
            {
                encoder.Write(zeros.AsSpan(0, (int)Math.Min(left, zeros.Length)));
            }
        }

        return output.ToArray();
    }
}
