using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Core.Extraction;

/// <summary>The steps of deciding an outcome, in their order. What passed is the same in every report, so it is made once.</summary>
internal static class OutcomeSteps
{
    public static ValueList<string> Names { get; } = ["status", "body", "not-found rule", "success rule", "outputs"];

    private static readonly ValueList<ReportStep> AllPassed = [.. Names.Select(name => new ReportStep { Name = name, State = StepState.Ok })];

    /// <param name="passed">How many steps passed.</param>
    /// <param name="failure">What the step behind them says; null when none failed.</param>
    public static ValueList<ReportStep> Of(int passed, string? failure) => failure is null
        ? AllPassed
        : [.. AllPassed.Take(passed), new ReportStep { Name = Names[passed], State = StepState.Failed, Detail = failure }];
}
