using System.Security.Cryptography.X509Certificates;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.Outbound;
using ApiAdmin.Core.Invocation.Sending;
using Microsoft.Extensions.Options;

namespace ApiAdmin.Tests.Support;

/// <summary>The real guarded transport with only its edge replaced: names, dialling, trust.</summary>
internal sealed class Transport : IDisposable
{
    public Transport(
        IEnumerable<string>? allow = null, IHostResolver? resolver = null, IDialer? dialer = null, X509Certificate2? root = null,
        IOwnListeners? own = null, ISandboxAddress? sandbox = null)
    {
        var options = Options.Create(new OutboundOptions { Allow = [.. allow ?? []] });
        var settings = new ConnectSettings(options, new TlsTrust { Root = root });
        Guard = new OutboundGuard(options, sandbox ?? new NoSandbox(), own ?? new NoListeners());
        Connector = new Connector(Guard, resolver ?? new FakeResolver(), dialer ?? new SocketDialer(), settings, TimeProvider.System);
        Sender = new HttpSender(Guard, Connector, settings);
    }

    public OutboundGuard Guard { get; }

    public Connector Connector { get; }

    public HttpSender Sender { get; }

    /// <summary>The request a URL makes, as the request builder would: taken apart strictly, Host first.</summary>
    public static BuiltRequest Request(string url, string method = "GET", string? body = null, params BuiltHeader[] headers)
    {
        if (!TargetUrl.TryParse(url, out var target, out var problem))
        {
            throw new ArgumentException(problem, nameof(url));
        }

        var request = new BuiltRequest
        {
            Method = method,
            Scheme = target.Scheme,
            Host = target.Host,
            Port = target.Port,
            Target = MaskedText.Plain(target.Target),
            Body = body is null ? null : new BuiltBody { Parts = [new TextBodyPart(MaskedText.Plain(body))] },
        };
        var host = new BuiltHeader("Host", MaskedText.Plain(request.Origin[(request.Scheme.Length + 3)..]), IsDefault: true);
        var length = new BuiltHeader("Content-Length", MaskedText.Plain((request.Body?.ToBytes().Length ?? 0).ToString()), IsDefault: true);
        return request with { Headers = [host, .. headers, .. body is null ? [] : new[] { length }] };
    }

    /// <summary>Sends and reads the answer's status; the trace tells the rest.</summary>
    public async Task<(HttpResponseMessage Response, RequestTrace Trace)> SendAsync(BuiltRequest request, CancellationToken cancellationToken = default)
    {
        var trace = new RequestTrace(TimeProvider.System, null, cancellationToken);
        return (await Sender.SendAsync(request, trace, cancellationToken), trace);
    }

    public void Dispose() => Sender.Dispose();
}
