using System.Security.Cryptography.X509Certificates;

namespace ApiAdmin.Core.Invocation.Sending;

/// <summary>Which roots are trusted: this machine's. Tests bring a root of their own; there is no way to trust everything.</summary>
public sealed class TlsTrust
{
    internal X509Certificate2? Root { get; init; }

    /// <summary>
    /// Nothing is fetched to judge a certificate: its issuer and revocation addresses are chosen by the other side, and
    /// following them would be a call the guard never sees.
    /// </summary>
    internal X509ChainPolicy Policy()
    {
        var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };
        if (Root is not null)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.Add(Root);
        }

        return policy;
    }
}
