using System.Net;
using ApiAdmin.Core.Invocation.Outbound;
using Microsoft.Extensions.Options;

namespace ApiAdmin.Core.Invocation.Sending;

/// <summary>What every connection is made with: the roots trusted, and the fixed egress proxy when one is configured.</summary>
public sealed class ConnectSettings(IOptions<OutboundOptions> options, TlsTrust trust)
{
    public TlsTrust Trust { get; } = trust;

    public Uri? Proxy { get; } = string.IsNullOrWhiteSpace(options.Value.Proxy) ? null : new Uri(options.Value.Proxy);

    /// <summary>The proxy's own address comes from configuration and is not judged; what lies behind it the proxy judges.</summary>
    public bool IsProxy(DnsEndPoint target) => Proxy is not null && Proxy.Port == target.Port && Proxy.IdnHost == target.Host;
}
