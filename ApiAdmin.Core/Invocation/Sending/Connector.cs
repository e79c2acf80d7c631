using System.Net;
using System.Net.Sockets;
using ApiAdmin.Core.Invocation.Outbound;
using Microsoft.Extensions.Options;

namespace ApiAdmin.Core.Invocation.Sending;

/// <summary>
/// Makes every outgoing connection: resolve once, let the guard judge all answers, dial an address that passed, TLS.
/// Between the guard's look and the dial there is no second look-up that could answer otherwise (rebinding).
/// </summary>
public sealed class Connector(
    OutboundGuard guard, IHostResolver resolver, IDialer dialer, ConnectSettings settings, TimeProvider time)
{
    /// <summary>Resolving, connecting and TLS together may take this much of the deadline.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    private readonly TlsHandshake tls = new(settings.Trust, time);

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var trace = (context.InitialRequestMessage as TracedMessage)?.Trace;
        var isProxy = settings.IsProxy(context.DnsEndPoint);
        var facts = new ConnectionFacts(time)
        {
            IsSecure = !isProxy && context.InitialRequestMessage.RequestUri!.Scheme == "https",
            IsLiteral = IPAddress.TryParse(context.DnsEndPoint.Host.Trim('[', ']'), out _),
        };
        trace?.Attempt = facts;
        using var limit = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken, trace?.Cancellation ?? default);
        try
        {
            var stream = await OpenAsync(context.DnsEndPoint, isProxy, facts, trace, either.Token);
            facts.Ready = time.GetTimestamp();
            return stream;
        }
        catch (OperationCanceledException e) when (limit.IsCancellationRequested)
        {
            throw new SendException(Outcome.Unreachable, NoAnswer(context.DnsEndPoint, facts), e);
        }
    }

    private async Task<Stream> OpenAsync(DnsEndPoint target, bool isProxy, ConnectionFacts facts, RequestTrace? trace, CancellationToken cancellationToken)
    {
        var host = target.Host.Trim('[', ']');
        if (!facts.IsLiteral)
        {
            trace?.Tell(PhaseNames.Dns);
        }

        var addresses = await ResolveAsync(host, cancellationToken);
        facts.Resolved = time.GetTimestamp();
        trace?.Tell(PhaseNames.Connect);
        if (!isProxy)
        {
            var verdict = guard.CheckAddresses(host, target.Port, addresses);
            facts.AllowedBy = verdict.AllowedBy;
            if (!verdict.IsAllowed)
            {
                throw new SendException(Outcome.Blocked, verdict.Refusal!);
            }
        }

        var transport = new TracedStream(await DialAsync(target, addresses, facts, cancellationToken), facts);
        facts.Connected = time.GetTimestamp();
        if (!facts.IsSecure)
        {
            return transport;
        }

        trace?.Tell(PhaseNames.Tls);
        var secured = await tls.SecureAsync(transport, facts, host, cancellationToken);
        facts.Secured = time.GetTimestamp();
        return secured;
    }

    private async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out var literal))
        {
            return [literal];
        }

        try
        {
            // The operating system's look-up does not hear of a cancel once it has asked; it is left to end by itself.
            var found = await resolver.ResolveAsync(host, cancellationToken).WaitAsync(cancellationToken);
            return found.Length > 0 ? found : throw new SocketException((int)SocketError.HostNotFound);
        }
        catch (SocketException e)
        {
            throw new SendException(Outcome.Unreachable, $"The host name {host} could not be resolved. Check its spelling, and the DNS of the machine ApiAdmin runs on.", e);
        }
    }

    /// <summary>Tries the addresses in order, each for a fair share of the time left, so that one dead address does not hide a living one.</summary>
    private async Task<Stream> DialAsync(DnsEndPoint target, IReadOnlyList<IPAddress> addresses, ConnectionFacts facts, CancellationToken cancellationToken)
    {
        SocketException? last = null;
        for (var i = 0; i < addresses.Count; i++)
        {
            facts.Remote = new IPEndPoint(addresses[i], target.Port);
            var share = (Longest - time.GetElapsedTime(facts.Started)) / (addresses.Count - i);
            using var turn = new CancellationTokenSource(share > TimeSpan.Zero ? share : TimeSpan.Zero, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(turn.Token, cancellationToken);
            try
            {
                return await dialer.DialAsync(facts.Remote, i == addresses.Count - 1 ? cancellationToken : either.Token);
            }
            catch (SocketException e)
            {
                last = e;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                last = new SocketException((int)SocketError.TimedOut);
            }
        }

        throw new SendException(Outcome.Unreachable, ConnectFailure.Describe(target, facts.Remote, last!), last);
    }

    private static string NoAnswer(DnsEndPoint target, ConnectionFacts facts) => facts.Stage switch
    {
        PhaseNames.Dns => $"The host name {target.Host} could not be resolved within {Longest.TotalSeconds:0} s. Check the DNS of the machine ApiAdmin runs on.",
        PhaseNames.Connect => $"No answer from the address {facts.Remote} within {Longest.TotalSeconds:0} s. Check that the system is up and that a firewall lets ApiAdmin through.",
        _ => $"{target.Host} at {facts.Remote} did not finish the TLS handshake within {Longest.TotalSeconds:0} s: no answer from the address. Check that the port is its https port.",
    };
}
