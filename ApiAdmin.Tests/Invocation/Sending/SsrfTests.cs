using System.Net;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.Outbound;
using ApiAdmin.Core.Invocation.Sending;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Invocation.Sending;

/// <summary>Nothing that leads to a private address is connected to, however it is written: the canaries hear nothing.</summary>
public sealed class SsrfTests : IAsyncLifetime
{
    private const string Source = "swisskyrepo/PayloadsAllTheThings and orangetw/Tiny-URL-Fuzzer";
    private readonly RawServer canary = RawServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    private readonly CountingDialer dialer = new();
    private Transport transport = null!;

    public Task InitializeAsync()
    {
        transport = new Transport(null, new FakeResolver().With("localhost", "127.0.0.1", "::1").With("google.com", "127.0.0.1"), dialer);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Send_GeneratedSpellings_ReachNoCanary()
    {
        var urls = HostileUrls.Generate(canary.Port).ToList();

        Assert.True(urls.Count >= 1_500, $"{urls.Count} generated");
        await AllRefusedAsync(urls);
    }

    [SkippableFact]
    public async Task Send_EveryUrlOfTheCorpus_ReachesNoCanary()
    {
        var urls = new[] { "bypass-urls.txt", "parser-confusion-urls.txt" }
            .SelectMany(file => File.ReadLines(CorpusFolder.Path($"ssrf/{file}", Source)))
            .Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))
            .Where(line => !line.Contains("r3dir.me", StringComparison.Ordinal) && !line.Contains("example.com/ssrf", StringComparison.Ordinal)).ToList();

        Assert.True(urls.Count >= 60, $"{urls.Count} read");
        await AllRefusedAsync(urls);
    }

    [SkippableFact]
    public async Task Send_EveryBlockedAddressOfTheCorpus_IsNotDialled()
    {
        var blocked = File.ReadLines(CorpusFolder.Path("ssrf/ip-boundary-cases.tsv", "the IANA registries"))
            .Select(line => line.Split('\t')).Where(row => row.Length > 1 && row[1] == "block")
            .Select(row => $"http://{IPAddress.Parse(row[0]).ToHostText()}:{canary.Port}/");

        await AllRefusedAsync(blocked);
    }

    [Theory]
    [InlineData("ftp")]
    [InlineData("gopher")]
    [InlineData("file")]
    [InlineData("dict")]
    [InlineData("ldap")]
    [InlineData("ws")]
    [InlineData("jar")]
    [InlineData("data")]
    [InlineData("javascript")]
    [InlineData("netdoc")]
    [InlineData("tftp")]
    [InlineData("smb")]
    public void TryParse_OtherScheme_IsRefused(string scheme) =>
        Assert.False(TargetUrl.TryParse($"{scheme}://127.0.0.1:{canary.Port}/", out _, out _));

    public async Task DisposeAsync()
    {
        transport.Dispose();
        await canary.DisposeAsync();
    }

    private async Task AllRefusedAsync(IEnumerable<string> urls)
    {
        foreach (var url in urls)
        {
            Assert.True(await IsRefusedAsync(url), url);
        }

        Assert.Equal(0, dialer.Count);
        Assert.Empty(canary.Exchanges);
    }

    private async Task<bool> IsRefusedAsync(string url)
    {
        if (!TargetUrl.TryParse(url, out var target, out var problem))
        {
            return problem.EndsWith('.');
        }

        // A name that is not in the fake DNS proves nothing: only the addresses and the names that lead to one are judged.
        try
        {
            await transport.SendAsync(Transport.Request(url));
            return false;
        }
        catch (SendException e)
        {
            return e.Outcome == Outcome.Blocked || (e.Outcome == Outcome.Unreachable && !IPAddress.TryParse(target.Host, out _));
        }
    }

    private sealed class CountingDialer : IDialer
    {
        public int Count { get; private set; }

        public Task<Stream> DialAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
        {
            Count++;
            return new SocketDialer().DialAsync(endPoint, cancellationToken);
        }
    }
}
