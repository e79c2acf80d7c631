using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Invocation.Sending;

/// <summary>A server's certificates as the report tells them, with what is wrong in plain words.</summary>
internal static class CertificateFacts
{
    public static ValueList<ReportCertificate> Read(
        X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors, string host, DateTimeOffset now)
    {
        if (certificate is not X509Certificate2 own)
        {
            return [];
        }

        var problem = Problem(own, chain, errors, host, now);
        var above = chain?.ChainElements.Skip(1).Select(e => Describe(e.Certificate, null)) ?? [];
        return [Describe(own, problem), .. above];
    }

    private static ReportCertificate Describe(X509Certificate2 certificate, string? problem) => new()
    {
        Subject = certificate.Subject,
        Issuer = certificate.Issuer,
        NotAfter = new DateTimeOffset(certificate.NotAfter).ToUniversalTime(),
        Problem = problem,
    };

    private static string? Problem(X509Certificate2 own, X509Chain? chain, SslPolicyErrors errors, string host, DateTimeOffset now)
    {
        if (errors == SslPolicyErrors.None)
        {
            return null;
        }

        var status = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, s) => all | s.Status) ?? X509ChainStatusFlags.NoError;
        if (status.HasFlag(X509ChainStatusFlags.NotTimeValid))
        {
            return now.UtcDateTime > own.NotAfter.ToUniversalTime() ? $"its certificate expired on {Day(own.NotAfter)}"
                : now.UtcDateTime < own.NotBefore.ToUniversalTime() ? $"its certificate is valid only from {Day(own.NotBefore)} on"
                : "a certificate above its own has expired";
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return $"its certificate is for {Names(own)}, not for the host {host}";
        }

        if (status.HasFlag(X509ChainStatusFlags.UntrustedRoot) || status.HasFlag(X509ChainStatusFlags.PartialChain))
        {
            return own.Subject == own.Issuer
                ? "its certificate is self-signed and not trusted on this machine"
                : $"its certificate comes from \"{own.Issuer}\", which is not trusted on this machine or did not send its own certificate along";
        }

        if (status.HasFlag(X509ChainStatusFlags.NotSignatureValid))
        {
            return $"its certificate says it comes from \"{own.Issuer}\", but is not signed by the one trusted on this machine under that name";
        }

        return errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable)
            ? "it sent no certificate"
            : $"its certificate is not accepted ({status})";
    }

    private static string Names(X509Certificate2 own)
    {
        var names = own.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(e => e.EnumerateDnsNames().Concat(e.EnumerateIPAddresses().Select(a => a.ToString()))).Take(5).ToList();
        return names.Count > 0 ? string.Join(", ", names) : own.GetNameInfo(X509NameType.DnsName, forIssuer: false);
    }

    private static string Day(DateTime date) => date.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
