using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction;
using ApiAdmin.Core.Invocation.History;
using ApiAdmin.Core.Invocation.Redaction;

namespace ApiAdmin.Core.Invocation.Steps;

/// <summary>
/// Tells of each step what went in and what came out. It is made from the report, which is masked already, so that it
/// cannot tell more; and only where people look at it, so that other calls cost what they did.
/// </summary>
internal static class StepReport
{
    /// <summary>The name of the steps behind "outputs", one for each declared output.</summary>
    public const string OfOutput = "output";

    public static InvocationReport Of(InvocationRequest request, InvocationReport report, ValueList<RuleReading> rules, Redactor redactor)
    {
        var done = report.Steps.Select(step => step.Name).ToHashSet(StringComparer.Ordinal);
        var skipped = OutcomeSteps.Names.Where(name => !done.Contains(name)).Select(name => new ReportStep { Name = name, State = StepState.Skipped });
        var before = new TravelFacts(request, report, redactor);
        var behind = new DecisionFacts(request.Definition, report, rules, redactor);
        var steps = report.Steps.Concat(skipped).Select(step => step.State == StepState.Skipped ? Reason(step, report) : behind.Explain(before.Explain(step)));
        return report with { Steps = [.. steps, .. new OutputFacts(request.Definition, report, redactor).Steps()] };
    }

    private static ReportStep Reason(ReportStep step, InvocationReport report) =>
        step.Name is "resolve" or "connect" or "TLS" && report.Connection is { Reused: true } connection && (step.Name != "TLS" || connection.Tls is not null)
            ? step with { Detail = "Not needed: a connection that was kept open was used." }
            : step;
}
