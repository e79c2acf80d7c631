using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ApiAdmin.Tests.Support;

/// <summary>A certificate authority made in memory, for TLS upstreams that are right or wrong in one way each.</summary>
internal sealed class TestAuthority : IDisposable
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public TestAuthority(string name = "ApiAdmin Test Root")
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        Root = request.CreateSelfSigned(Now.AddYears(-5), Now.AddYears(5));
    }

    public X509Certificate2 Root { get; }

    public X509Certificate2 Issue(string host, int validFromDays = -30, int validToDays = 30)
    {
        using var leaf = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var signed = Request(host, leaf).Create(Root, Now.AddDays(validFromDays), Now.AddDays(validToDays), RandomNumberGenerator.GetBytes(8));
        return Exportable(signed.CopyWithPrivateKey(leaf));
    }

    public static X509Certificate2 SelfSigned(string host)
    {
        using var leaf = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Exportable(Request(host, leaf).CreateSelfSigned(Now.AddDays(-1), Now.AddDays(30)));
    }

    public void Dispose()
    {
        key.Dispose();
        Root.Dispose();
    }

    private static CertificateRequest Request(string host, ECDsa leaf)
    {
        var request = new CertificateRequest($"CN={host}", leaf, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(host, out var address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(host);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        return request;
    }

    private static X509Certificate2 Exportable(X509Certificate2 certificate) =>
        X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
}
