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

    /// <summary>Most reports say of most steps that they were skipped or took no time worth telling; those are made once.</summary>
    private static readonly ReportStep[] Skipped = [.. Steps.Select(step => new ReportStep { Name = step.Name, State = StepState.Skipped })];

    /// <param name="failedIn">The phase in which the run ended; null when every step was done.</param>
    public static ValueList<ReportStep> Of(ValueList<ReportPhase> phases, string? failedIn, string message, ValueList<ReportStep> behind)
    {
        var failedAt = failedIn is null ? -1 : Array.FindIndex(Steps, s => s.Phase == failedIn);
        var all = new ReportStep[Steps.Length + behind.Count];
        for (var i = 0; i < Steps.Length; i++)
        {
            var phase = Find(phases, Steps[i].Phase);
            all[i] = i == failedAt ? new ReportStep { Name = Steps[i].Name, State = StepState.Failed, Ms = phase?.Ms ?? 0, Detail = message }
                : phase is null ? Skipped[i]
                : new ReportStep { Name = Steps[i].Name, State = StepState.Ok, Ms = phase.Ms };
        }

        behind.Items.CopyTo(all, Steps.Length);
        return new ValueList<ReportStep>(all);
    }

    private static ReportPhase? Find(ValueList<ReportPhase> phases, string? name)
    {
        foreach (var phase in phases)
        {
            if (phase.Name == name)
            {
                return phase;
            }
        }

        return null;
    }
}
