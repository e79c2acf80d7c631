using System.Collections.Frozen;
using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Core.Extraction;

/// <summary>The steps of deciding an outcome. One that passed is the same in every report, so it is made once.</summary>
internal static class OutcomeSteps
{
    private static readonly FrozenDictionary<string, ReportStep> AllPassed =
        new[] { "status", "body", "not-found rule", "success rule", "outputs" }
            .ToFrozenDictionary(name => name, name => new ReportStep { Name = name, State = StepState.Ok });

    public static int Count => AllPassed.Count;

    public static ReportStep Passed(string name) => AllPassed[name];
}
