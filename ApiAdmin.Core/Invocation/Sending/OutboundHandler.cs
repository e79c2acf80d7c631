using System.Net;
using System.Text;

namespace ApiAdmin.Core.Invocation.Sending;

/// <summary>
/// The one handler behind every outgoing call. Each setting turns off something the framework would do by itself:
/// environment proxies, redirects, cookies, decompression, tracing headers, endless waits.
/// </summary>
internal static class OutboundHandler
{
    private const int HeaderKilobytes = 32;

    /// <summary>High enough that a slow operation of an upstream does not starve the fast ones of the same host (decision 0031).</summary>
    private const int ConnectionsPerHost = 200;

    public static SocketsHttpHandler Create(Connector connector, ConnectSettings settings) => new()
    {
        UseProxy = settings.Proxy is not null,
        Proxy = settings.Proxy is null ? null : new WebProxy(settings.Proxy),
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        PreAuthenticate = false,
        Credentials = null,
        ActivityHeadersPropagator = null,
        MaxResponseHeadersLength = HeaderKilobytes,
        MaxConnectionsPerServer = ConnectionsPerHost,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(60),

        // The connector's own limit comes first and knows what it was doing; this one is the net below it.
        ConnectTimeout = Connector.Longest + TimeSpan.FromSeconds(1),

        // A body we stop reading closes its connection: draining it would keep the socket open after Cancel.
        MaxResponseDrainSize = 0,
        ResponseDrainTimeout = TimeSpan.Zero,
        RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
        ResponseHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
        SslOptions = { CertificateChainPolicy = settings.Trust.Policy() },
        ConnectCallback = connector.ConnectAsync,
    };
}
