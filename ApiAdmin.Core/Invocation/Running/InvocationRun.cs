using System.Runtime.CompilerServices;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation.Redaction;
using ApiAdmin.Core.Invocation.Sending;

namespace ApiAdmin.Core.Invocation.Running;

/// <summary>All that one invocation comes to know on its way; the report is written from it, however far it got.</summary>
internal sealed class InvocationRun(InvocationRequest request, TimeProvider time)
{
    private readonly List<ReportRedirect> redirects = [];
    private RequestTrace? trace;

    public InvocationRequest Request { get; } = request;

    public ApiDefinition Definition => Request.Definition;

    public string Id { get; } = Guid.CreateVersion7().ToString("N");

    public DateTimeOffset StartedAt { get; } = time.GetUtcNow();

    public PhaseClock Clock { get; } = new(time);

    /// <summary>The phase it is in; where it ended when it ended badly.</summary>
    public string Phase { get; private set; } = PhaseNames.Check;

    public BuiltRequest? Built { get; set; }

    public Redactor Redactor { get; set; } = Redactor.None;

    public IReadOnlyList<ReportRedirect> Redirects => redirects;

    public ReadResponse? Response { get; set; }

    public (Outcome Outcome, string Message)? Overridden { get; private set; }

    public RequestTrace? Trace => trace;

    public void Begin(string phase)
    {
        Phase = phase;
        Request.PhaseStarted?.Report(phase);
    }

    public void End(string phase) => Clock.Mark(phase);

    /// <summary>One exchange, its phases noted whether it succeeds or not.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<HttpResponseMessage> SendAsync(HttpSender sender, BuiltRequest built, CancellationToken cancellationToken)
    {
        trace = new RequestTrace(time, Request.PhaseStarted, cancellationToken);
        try
        {
            var response = await sender.SendAsync(built, trace, cancellationToken);
            Phase = PhaseNames.Receive;
            return response;
        }
        catch (SendException e) when (e.Outcome == Outcome.Blocked && redirects.Count > 0)
        {
            // What was refused was not followed: it is told in the message, not in the list.
            var refused = redirects[^1];
            redirects.RemoveAt(redirects.Count - 1);
            throw new SendException(Outcome.Blocked, $"Redirect {redirects.Count + 1} to {refused.Url} was not followed. {e.Message}", e);
        }
        finally
        {
            Clock.Mark(trace);
            Phase = trace.Phase;
        }
    }

    /// <summary>A redirect that is followed; one that is not is the matter of the message.</summary>
    public void Redirected(int status, string url) => redirects.Add(new ReportRedirect(status, Redactor.Redact(url)));

    /// <summary>An ending that goes before what the answer itself would say.</summary>
    public void Override(Outcome outcome, string message) => Overridden = (outcome, message);
}
