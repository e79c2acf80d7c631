using System.Runtime.CompilerServices;
using ApiAdmin.Core.Invocation.BuiltIn;
using ApiAdmin.Core.Invocation.Outbound;
using ApiAdmin.Core.Invocation.Redaction;
using ApiAdmin.Core.Invocation.Redirects;
using ApiAdmin.Core.Invocation.Running;
using ApiAdmin.Core.Invocation.Sending;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ApiAdmin.Core.Invocation;

/// <summary>
/// The one engine behind test panel, gateway and flows. 1. checks the inputs and fetches the secrets, 2. builds the
/// request, 3. sends it: resolve, connect, TLS, send, wait, redirects (or takes a sample for the answer), 4. receives and extracts, 5. writes the report.
/// One deadline holds for all of it. Traffic never throws: every ending is one of the closed outcomes with a sentence.
/// </summary>
public sealed class Invoker(
    RequestPreparer preparer, RedirectFollower follower, ResponseReader reader, InvocationSettings settings, ILogger<Invoker> logger) : IInvoker
{
    public async Task<InvocationResult> InvokeAsync(InvocationRequest request, CancellationToken cancellationToken)
    {
        var run = new InvocationRun(request, settings.Time);
        var deadline = settings.Options.Deadline(request.Definition.Limits.TimeoutMs);
        using var either = new CancellationTokenSource(deadline, settings.Time);
        using var passed = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), either);
        InvocationResult result;
        try
        {
            result = await RunAsync(run, either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            result = cancellationToken.IsCancellationRequested
                ? ReportWriter.Write(run, Outcome.Cancelled, $"Cancelled while {Endings.Doing(run)}. Run it again when you like.", run.Phase)
                : ReportWriter.Write(run, Outcome.Timeout, Endings.TimedOut(run, deadline), run.Phase);
        }
        catch (SendException e)
        {
            result = ReportWriter.Write(run, e.Outcome, e.Message, run.Phase);
        }
        catch (Exception e)
        {
            // An exception here is a fault of ours; the caller still gets an ending, and the log gets the fault.
            InvocationLog.Faulted(logger, e, run.Id, run.Definition.Key);
            result = ReportWriter.Write(run, Outcome.InvalidResponse, $"ApiAdmin could not handle this call ({run.Id}). Look into its log, and report it.", run.Phase);
        }

        InvocationMetrics.Ended(result.Report.Outcome, result.Report.DurationMs);
        InvocationLog.Ended(logger, run.Id, run.Definition.Key, result.Report.Outcome, result.Report.DurationMs);
        return result;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<InvocationResult> RunAsync(InvocationRun run, CancellationToken cancellationToken)
    {
        // 1
        run.Begin(PhaseNames.Check);
        var secrets = await preparer.RevealAsync(run.Definition, cancellationToken);
        run.End(PhaseNames.Check);

        // 2
        run.Begin(PhaseNames.Build);
        var built = preparer.Build(run.Definition, run.Request.Inputs, secrets);
        run.Redactor = built.SensitiveValues.Count == 0 ? Redactor.None : new Redactor(built.SensitiveValues);
        run.Built = built.Request;
        if (!built.CanSend)
        {
            // The builder finds both kinds of fault in one go; of refused inputs nothing was built that could be sent.
            var ofInputs = built.Problems.Any(p => p.Path.StartsWith("inputs", StringComparison.Ordinal));
            return ReportWriter.Write(run, Outcome.InvalidInput, built.Message, ofInputs ? PhaseNames.Check : PhaseNames.Build);
        }

        run.End(PhaseNames.Build);

        // 3
        using var response = run.Request switch
        {
            { Sample: { } sample } => SampleAnswer.Of(run.Definition, sample),
            { BuiltIn: { } builtIn } => await BuiltInAnswer.OfAsync(run, builtIn, cancellationToken),
            _ => await follower.SendAsync(run, built.Request!, cancellationToken),
        };

        // 4
        await reader.ReadAsync(run, response, cancellationToken);
        run.Begin(PhaseNames.Extract);

        // 5
        var extracted = run.Response!.Extraction!;
        var (outcome, message) = run.Overridden ?? (extracted.Outcome, extracted.Message);
        return ReportWriter.Write(run, outcome, message, failedIn: null);
    }
}

/// <summary>What the invoker goes by: its settings and its clock.</summary>
public sealed class InvocationSettings(IOptions<OutboundOptions> options, TimeProvider time)
{
    public OutboundOptions Options { get; } = options.Value;

    public TimeProvider Time { get; } = time;
}
