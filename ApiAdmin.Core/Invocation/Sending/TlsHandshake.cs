using System.Net.Security;
using System.Security.Authentication;

namespace ApiAdmin.Core.Invocation.Sending;

/// <summary>TLS 1.2 or 1.3 over an open connection; a failure says its cause in plain words.</summary>
internal sealed class TlsHandshake(TlsTrust trust, TimeProvider time)
{
    public async Task<SslStream> SecureAsync(TracedStream transport, ConnectionFacts facts, string host, CancellationToken cancellationToken)
    {
        var stream = new SslStream(transport, leaveInnerStreamOpen: false);
        try
        {
            await stream.AuthenticateAsClientAsync(Options(facts, host), cancellationToken);
            facts.Tls = stream.SslProtocol == SslProtocols.Tls13 ? "1.3" : "1.2";
            return stream;
        }
        catch (Exception e) when (e is AuthenticationException or IOException)
        {
            await stream.DisposeAsync();
            throw new SendException(Outcome.Unreachable, Failure(facts, transport.Opening, host), e);
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    private SslClientAuthenticationOptions Options(ConnectionFacts facts, string host) => new()
    {
        TargetHost = host,
        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        CertificateChainPolicy = trust.Policy(),
        RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
        {
            facts.Chain = CertificateFacts.Read(certificate, chain, errors, host, time.GetUtcNow());
            return errors == SslPolicyErrors.None;
        },
    };

    private static string Failure(ConnectionFacts facts, ReadOnlySpan<byte> opening, string host)
    {
        if (facts.Chain is [{ Problem: { } problem }, ..])
        {
            return $"No secure connection to {host}: {problem}. Ask whoever runs that system to mend its certificate, or correct the address.";
        }

        if (opening.IsEmpty)
        {
            return $"No secure connection to {host}: it closed the connection during the TLS handshake. Check that the port is its https port.";
        }

        // RFC 8446 5.1: content type 0x16 is a handshake, 0x15 an alert; RFC 8446 6: alert 70 is protocol_version.
        return opening[0] switch
        {
            0x16 when opening.Length >= 11 && opening[9] == 3 && opening[10] < 3 => TooOld(host),
            0x15 when opening.Length >= 7 && opening[6] == 70 => TooOld(host),
            0x15 => $"No secure connection to {host}: it refused the TLS handshake{Alert(opening)}. It may want a client certificate or offer only old ciphers; ask whoever runs it.",
            0x16 => $"No secure connection to {host}: the TLS handshake failed. Ask whoever runs that system to check its TLS settings.",
            _ => $"No secure connection to {host}: it answers in plain http on this port, not in TLS. Write http:// instead of https://, or its https port.",
        };
    }

    private static string TooOld(string host) =>
        $"No secure connection to {host}: it offers only TLS 1.1 or older, which is not safe any more. Ask whoever runs that system for TLS 1.2 or 1.3.";

    private static string Alert(ReadOnlySpan<byte> opening) => opening.Length >= 7 ? $" (alert {opening[6]})" : "";
}
