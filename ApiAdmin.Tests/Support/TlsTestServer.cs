using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace ApiAdmin.Tests.Support;

/// <summary>A raw server that speaks TLS with the certificate given, then runs its script over the secured stream.</summary>
internal static class TlsTestServer
{
    public static RawServer Start(X509Certificate2 certificate, Func<SslStream, Task>? script = null, double handshakeDelayMs = 0) =>
        RawServer.Start(async exchange =>
        {
            await exchange.PauseAsync(handshakeDelayMs);
            await using var stream = new SslStream(exchange.Stream);
            var options = new SslServerAuthenticationOptions { ServerCertificate = certificate, EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13 };
            await stream.AuthenticateAsServerAsync(options, exchange.Stop);
            await (script ?? AnswerOkAsync)(stream);
        });

    /// <summary>Answers a ClientHello with a ServerHello of TLS 1.1, as an old system does (RFC 4346).</summary>
    public static RawServer StartTls11() => RawServer.Start(async exchange =>
    {
        var hello = new byte[4096];
        _ = await exchange.Stream.ReadAtLeastAsync(hello, 1, throwOnEndOfStream: true, exchange.Stop);
        byte[] body = [0x03, 0x02, .. new byte[32], 0x00, 0x00, 0x2f, 0x00];
        byte[] handshake = [0x02, 0x00, 0x00, (byte)body.Length, .. body];
        await exchange.WriteAsync((byte[])[0x16, 0x03, 0x02, 0x00, (byte)handshake.Length, .. handshake]);
        await exchange.WaitForCloseAsync();
    });

    public static async Task<string> ReadHeadAsync(Stream stream)
    {
        var buffer = new byte[8192];
        var length = 0;
        while (length == 0 || buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length));
            if (read == 0)
            {
                throw new IOException("closed");
            }

            length += read;
        }

        return System.Text.Encoding.UTF8.GetString(buffer, 0, length);
    }

    private static async Task AnswerOkAsync(SslStream stream)
    {
        await ReadHeadAsync(stream);
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"u8.ToArray());
    }
}
