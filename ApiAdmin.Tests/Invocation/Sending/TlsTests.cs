using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.Sending;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Invocation.Sending;

public sealed class TlsTests : IDisposable
{
    private readonly TestAuthority authority = new();

    [Fact]
    public async Task Send_TrustedServer_TellsVersionAndChain()
    {
        using var certificate = authority.Issue("good.example");
        await using var server = TlsTestServer.Start(certificate);
        using var transport = Transport(server);

        var (response, trace) = await transport.SendAsync(Support.Transport.Request($"https://good.example:{server.Port}/"));

        Assert.Equal(200, (int)response.StatusCode);
        var connection = trace.Connection!.ToReport(trace.Reused);
        Assert.Equal(("1.3", "CN=good.example", null, 2), (connection.Tls, connection.Certificate!.Subject, connection.Certificate.Problem, connection.Chain.Count));
    }

    [Fact]
    public async Task Send_ExpiredCertificate_SaysWhenItExpired()
    {
        using var certificate = authority.Issue("good.example", -30, -1);
        await using var server = TlsTestServer.Start(certificate);

        await FailsAsync(server, "certificate expired on");
    }

    [Fact]
    public async Task Send_SelfSignedCertificate_SaysSo()
    {
        using var certificate = TestAuthority.SelfSigned("good.example");
        await using var server = TlsTestServer.Start(certificate);

        await FailsAsync(server, "self-signed");
    }

    [Fact]
    public async Task Send_CertificateOfAnotherAuthority_SaysItIsNotTrusted()
    {
        using var other = new TestAuthority("Unknown Root");
        using var certificate = other.Issue("good.example");
        await using var server = TlsTestServer.Start(certificate);

        await FailsAsync(server, "not trusted");
    }

    [Fact]
    public async Task Send_CertificateOfAnotherHost_NamesBoth()
    {
        using var certificate = authority.Issue("other.example");
        await using var server = TlsTestServer.Start(certificate);

        await FailsAsync(server, "is for other.example, not for the host good.example");
    }

    [Fact]
    public async Task Send_ServerThatOffersTls11_SaysItIsTooOld()
    {
        await using var server = TlsTestServer.StartTls11();

        await FailsAsync(server, "TLS 1.1 or older");
    }

    [Fact]
    public async Task Send_PlainHttpOnTheTlsPort_SaysSo()
    {
        await using var server = RawServer.Start(async exchange =>
        {
            await exchange.WriteAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
            await exchange.WaitForCloseAsync();
        });

        await FailsAsync(server, "plain http");
    }

    public void Dispose() => authority.Dispose();

    private Transport Transport(RawServer server) =>
        new([$"127.0.0.1:{server.Port}"], new FakeResolver().With("good.example", "127.0.0.1"), root: authority.Root);

    private async Task FailsAsync(RawServer server, string cause)
    {
        using var transport = Transport(server);

        var failure = await Assert.ThrowsAsync<SendException>(() => transport.SendAsync(Support.Transport.Request($"https://good.example:{server.Port}/")));

        Assert.Equal(Outcome.Unreachable, failure.Outcome);
        Assert.Contains(cause, failure.Message);
    }
}
