using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Invocation.Running;

/// <summary>The steps people see, each with how it went: from what was measured and where the run ended.</summary>
internal static class StepList
{
    private static readonly (string Name, string Phase)[] Steps =
    [
        ("check inputs", PhaseNames.Check), ("build", PhaseNames.Build), ("resolve", PhaseNames.Dns), ("connect", PhaseNames.Connect), ("TLS", PhaseNames.Tls),
        ("send", PhaseNames.Send), ("wait", PhaseNames.Wait), ("receive", PhaseNames.Receive), ("extract", PhaseNames.Extract),
    ];

    /// <param name="failedIn">The phase in which the run ended; null when every step was done.</param>
    public static ValueList<ReportStep> Of(IReadOnlyList<ReportPhase> phases, string? failedIn, string message)
    {
        var failed = failedIn == PhaseNames.Queue ? PhaseNames.Connect : failedIn;
        var failedAt = Array.FindIndex(Steps, s => s.Phase == failed);
        return [.. Steps.Select((step, index) => new ReportStep
        {
            Name = step.Name,
            State = index == failedAt ? StepState.Failed
                : (failedAt < 0 || index < failedAt) && phases.Any(p => p.Name == step.Phase) ? StepState.Ok : StepState.Skipped,
            Ms = phases.FirstOrDefault(p => p.Name == step.Phase)?.Ms ?? 0,
            Detail = index == failedAt ? message : null,
        })];
    }
}
