using System.Text;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Invocation.Reading;

/// <summary>Bytes that mean nothing are shown as U+FFFD and told of, where the body is text.</summary>
public sealed class BadBytesTests
{
    [Theory]
    [InlineData("utf-8", new byte[] { (byte)'a', 0xff, (byte)'b' }, "\"a\ufffdb\"", true)]
    [InlineData("utf-8", new byte[] { (byte)'a', 0xe6, 0x9d, (byte)'b' }, "\"a\ufffdb\"", true)]
    [InlineData("utf-8", new byte[] { 0xe6, 0x9d, 0x8e }, "\"李\"", false)]
    [InlineData("gbk", new byte[] { 0xbf, 0xcd }, "\"客\"", false)]
    public async Task Run_TextBody_TellsOfBytesThatMeanNothing(string charset, byte[] text, string value, bool warns)
    {
        var report = await RunAsync($"application/json; charset={charset}", [.. "{\"v\":\""u8, .. text, .. "\"}"u8]);

        Assert.Equal((Outcome.Success, value), (report.Outcome, report.Outputs[0].Value?.Text));
        Assert.Equal(warns, report.Warnings.Any(warning => warning.Contains($"mean nothing in {charset}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Run_BodyThatIsNoText_WarnsOfNothing() =>
        Assert.DoesNotContain((await RunAsync("image/png", [0x89, 0x50, 0x4e, 0x47, 0xff, 0x00])).Warnings, warning => warning.Contains("mean nothing", StringComparison.Ordinal));

    private static async Task<InvocationReport> RunAsync(string mediaType, byte[] body)
    {
        await using var server = RawServer.Start(async exchange =>
        {
            await exchange.ReadRequestAsync();
            byte[] head = [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {mediaType}\r\nContent-Length: {body.Length}\r\n\r\n")];
            await exchange.Stream.WriteAsync(head.Concat(body).ToArray(), exchange.Stop);
        });
        using var host = new InvokerHost([$"127.0.0.1:{server.Port}"]);
        return await host.RunAsync(InvokerHost.Definition($"http://127.0.0.1:{server.Port}/", 60_000) with { Outputs = [new OutputParam { Name = "v", Path = "$.v" }] });
    }
}
