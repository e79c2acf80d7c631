using System.IO.Compression;
using System.Text;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Invocation.Reading;

/// <summary>What a process grows by at its peak while it reads an answer that is large, or pretends to be: 32 MB at most.</summary>
public sealed class BodyGrowthTests
{
    private const int MegaByte = 1_000_000;
    private const long GibiByte = 1L << 30;
    private const long MostGrowth = 32L * 1024 * 1024;
    private const int DeadlineMs = 30_000;
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private static readonly byte[] Piece = [.. Enumerable.Repeat((byte)' ', MegaByte)];

    [Fact]
    public async Task Invoke_HundredMegabytes_AreReadToTheEnd()
    {
        await using var server = Serving(async exchange =>
        {
            await exchange.WriteAsync($"{Head}Content-Length: {(100 * MegaByte) + 7}\r\n\r\n");
            await RepeatAsync(exchange, Piece, 100);
            await exchange.WriteAsync("{\"a\":1}");
        });

        var reading = await ChildReader.MeasureAsync(server, 200 * MegaByte, DeadlineMs);

        Assert.Equal((Outcome.Success, (100L * MegaByte) + 7), (reading.Outcome, reading.BodyBytes));
        Assert.InRange(reading.Growth, 0, MostGrowth);
    }

    [Theory]
    [InlineData("length")]
    [InlineData("chunked")]
    [InlineData("gzip")]
    [InlineData("brotli")]
    [InlineData("one text")]
    public async Task Invoke_BodyWithoutEnd_EndsAtTheCap(string kind)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var (head, again) = Endless(kind);
        await using var server = Serving(async exchange =>
        {
            started.TrySetResult();
            await exchange.WriteAsync(head);
            await RepeatAsync(exchange, again, int.MaxValue);
        });

        var reading = await ChildReader.MeasureAsync(server, 20 * MegaByte, DeadlineMs);

        Assert.True(started.Task.IsCompleted);
        Assert.Equal(Outcome.InvalidResponse, reading.Outcome);
        Assert.Contains("too large", reading.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(20 * MegaByte, reading.BodyBytes);
        Assert.InRange(reading.Growth, 0, MostGrowth);
        Assert.InRange(reading.DurationMs, 0, DeadlineMs - 1);
    }

    /// <summary>Answers small calls well until the one that counts.</summary>
    private static RawServer Serving(Func<RawExchange, Task> script) => RawServer.Start(async exchange =>
    {
        while ((await exchange.ReadRequestAsync()).StartsWith($"GET {ChildReader.WarmPath} ", StringComparison.Ordinal))
        {
            await exchange.WriteAsync($"{Head}Content-Length: 65543\r\n\r\n{new string(' ', 65_536)}{{\"a\":1}}");
        }

        await script(exchange);
    });

    private static (byte[] Head, byte[] Again) Endless(string kind) => kind switch
    {
        "length" => (Ascii($"{Head}Content-Length: {10 * GibiByte}\r\n\r\n"), Piece),
        "chunked" => (Ascii($"{Head}Transfer-Encoding: chunked\r\n\r\n"), [.. Ascii($"{MegaByte:x}\r\n"), .. Piece, .. "\r\n"u8]),

        // One gzip member, written again and again: concatenated members are one gzip stream (RFC 1952, section 2.2).
        "gzip" => (Ascii($"{Head}Content-Encoding: gzip\r\nConnection: close\r\n\r\n"), Compressed(stream => new GZipStream(stream, CompressionLevel.Optimal), 16 * MegaByte)),
        "brotli" => (
            [.. Ascii($"{Head}Content-Encoding: br\r\nConnection: close\r\n\r\n"), .. Compressed(stream => new BrotliStream(stream, CompressionLevel.Fastest), GibiByte)],
            Piece),
        _ => (Ascii($"{Head}Content-Length: {10 * GibiByte}\r\n\r\n{{\"a\":\""), [.. Enumerable.Repeat((byte)'a', MegaByte)]),
    };

    private static async Task RepeatAsync(RawExchange exchange, byte[] piece, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await exchange.WriteAsync(piece);
        }
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static byte[] Compressed(Func<Stream, Stream> encoding, long length)
    {
        using var output = new MemoryStream();
        using (var encoder = encoding(output))
        {
            for (var left = length; left > 0; left -= Piece.Length)
            {
                encoder.Write(Piece.AsSpan(0, (int)Math.Min(left, Piece.Length)));
            }
        }

        return output.ToArray();
    }
}
