using System.Runtime.CompilerServices;
using ApiAdmin.Core.Invocation.Outbound;

namespace ApiAdmin.Core.Invocation.Sending;

/// <summary>Sends one built request and hands back the answer once its headers are there; the body is still on the wire.</summary>
public sealed class HttpSender : IDisposable
{
    private readonly OutboundGuard guard;
    private readonly HttpMessageInvoker invoker;

    public HttpSender(OutboundGuard guard, Connector connector, ConnectSettings settings)
    {
        this.guard = guard;
        invoker = new HttpMessageInvoker(OutboundHandler.Create(connector, settings), disposeHandler: true);
    }

    /// <summary>Exactly one exchange, no redirect followed.</summary>
    /// <exception cref="SendException">It ended otherwise than with an answer.</exception>
    /// <exception cref="OperationCanceledException">Cancelled or out of time; <see cref="RequestTrace.Phase"/> tells where.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<HttpResponseMessage> SendAsync(BuiltRequest request, RequestTrace trace, CancellationToken cancellationToken)
    {
        var verdict = guard.CheckTarget(request);
        if (!verdict.IsAllowed)
        {
            throw new SendException(Outcome.Blocked, verdict.Refusal!);
        }

        var message = WireRequest.Create(request, trace);
        RequestTrace.Current = trace;
        try
        {
            var response = await invoker.SendAsync(message, cancellationToken);
            trace.GotHeaders();
            return response;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A cancel reaches the connector first, and the handler then tells of a failed connection.
            cancellationToken.ThrowIfCancellationRequested();
            throw SendFailure.From(e, request, trace);
        }
        finally
        {
            RequestTrace.Current = null;
            trace.Close();
        }
    }

    public void Dispose() => invoker.Dispose();
}
