using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Core.Extraction;

/// <summary>
/// Decides the outcome in the contract's order; the first step that decides wins: 1. a not-found status, 2. the accepted
/// statuses, 3. the body, 4. the not-found rules, 5. the success rules, 6. the outputs.
/// </summary>
internal sealed class OutcomeDecider(ResponseView view)
{
    private readonly CompiledDefinition compiled = view.Compiled;
    private readonly List<ReportStep> steps = new(OutcomeSteps.Count);

    public ExtractionResult Decide(string? bodyProblem, IReadOnlyList<OutputReading> outputs)
    {
        var (outcome, message) = Status() ?? Body(bodyProblem) ?? NotFound() ?? Success() ?? Outputs(outputs);
        return new ExtractionResult
        {
            Outcome = outcome,
            Message = message,
            Outputs = [.. outputs.Select(o => o.ToReport())],
            TrueOutputs = TrueOutputs(outputs),
            Warnings = [.. Warnings(outputs)],
            Steps = [.. steps],
            SensitiveValues = compiled.HasSensitiveOutputs
                ? [.. outputs.Where(o => o.Param.Sensitive).SelectMany(Texts).Distinct(StringComparer.Ordinal)]
                : [],
        };
    }

    private static ValueMap<RawJson?> TrueOutputs(IReadOnlyList<OutputReading> outputs)
    {
        var entries = new List<KeyValuePair<string, RawJson?>>(outputs.Count);
        foreach (var output in outputs)
        {
            // The validator refuses a name that stands twice; here it must only not throw.
            if (!entries.Exists(e => e.Key == output.Param.Name))
            {
                entries.Add(new(output.Param.Name, output.Value));
            }
        }

        return new ValueMap<RawJson?>(entries);
    }

    private (Outcome Outcome, string Message)? Status()
    {
        // 1
        var status = view.Head.StatusText;
        if (compiled.NotFound.Contains(view.Head.Status))
        {
            return Failed("status", Outcome.NotFound, $"The other side answered {status}, which the definition takes for \"not found\". Check the values that were asked for.");
        }

        // 2
        return compiled.Accepted.Contains(view.Head.Status)
            ? Passed("status")
            : Failed("status", Outcome.HttpError, $"The other side answered {status}; the definition accepts {compiled.Accepted.Text}.{Said()} {OutcomeAdvice.ForStatus(view.Head.Status, compiled.FollowsRedirects)}");
    }

    private (Outcome, string)? Body(string? problem) =>
        problem is null ? Passed("body") : Failed("body", Outcome.InvalidResponse, problem);

    private (Outcome, string)? NotFound() =>
        compiled.NotFoundRules.Length > 0 && Array.TrueForAll(compiled.NotFoundRules, view.Holds)
            ? Failed("not-found rule", Outcome.NotFound, $"The answer says \"not found\": {Quoted.List(compiled.NotFoundRules.Select(r => r.Text), 3)}.{Said()} Check the values that were asked for.")
            : Passed("not-found rule");

    private (Outcome, string)? Success()
    {
        if (compiled.Rules.Length == 0)
        {
            return Passed("success rule");
        }

        var failing = compiled.Rules.Where(rule => !view.Holds(rule)).ToList();
        var holds = compiled.Match == RuleMatch.Any ? failing.Count < compiled.Rules.Length : failing.Count == 0;
        if (holds)
        {
            return Passed("success rule");
        }

        var rule = failing[0];
        return Failed(
            "success rule", Outcome.BusinessFailure,
            $"The other side answered, but not with a success: {rule.Text} does not hold{Found(rule)}.{Said()} Check the values that were sent, or mend the success rule.");
    }

    private (Outcome, string) Outputs(IReadOnlyList<OutputReading> outputs)
    {
        var missing = compiled.Outputs.Length == 0 ? [] : outputs.Where(o => o.Param.Required && o.Value is null).ToList();
        if (missing.Count == 0)
        {
            steps.Add(OutcomeSteps.Passed("outputs"));
            return (Outcome.Success, $"The other side answered {view.Head.StatusText}, {WhatIsThere(outputs)}.");
        }

        var first = missing[0];
        var more = missing.Count > 1 ? $" {missing.Count - 1} more required outputs are missing too." : "";
        return Failed(
            "outputs", Outcome.InvalidResponse,
            $"The required output \"{first.Param.Name}\" could not be read: {first.Problem?.Message}{more}")!.Value;
    }

    /// <summary>A success may still lack optional outputs; saying that all is there would hide a mistyped path.</summary>
    private static string WhatIsThere(IReadOnlyList<OutputReading> outputs)
    {
        var lacking = outputs.Where(o => o.Problem is not null && o.Value is null).Select(o => Quoted.Text(o.Param.Name)).ToList();
        return lacking.Count == 0
            ? "and everything that was asked for is there"
            : $"but {lacking.Count} of {outputs.Count} outputs could not be read: {string.Join(", ", lacking.Take(3))}{(lacking.Count > 3 ? " …" : "")}; each says why";
    }

    private (Outcome, string)? Passed(string step)
    {
        steps.Add(OutcomeSteps.Passed(step));
        return null;
    }

    private (Outcome, string)? Failed(string step, Outcome outcome, string message)
    {
        steps.Add(new ReportStep { Name = step, State = StepState.Failed, Detail = message });
        return (outcome, message);
    }

    /// <summary>What the definition's message path found, as a sentence.</summary>
    private string Said() =>
        view.Value(compiled.MessageSlot)?.Text() is { Length: > 0 } text && text != "null" ? $" It said: {Quoted.Text(text)}." : "";

    private string Found(CompiledRule rule) => view.Value(rule.Slot) is { Raw: var raw }
        ? $" (it is {(raw.Length > 60 ? raw[..60] + "…" : raw)})"
        : view.Exists(rule.Slot) ? "" : " (there is no such value)";

    private IEnumerable<string> Warnings(IReadOnlyList<OutputReading> outputs)
    {
        foreach (var path in view.Duplicates())
        {
            yield return $"A member on the path {path} stands twice in the body; the last one was taken.";
        }

        foreach (var output in outputs.Where(o => !o.Param.Required && o.Problem is { Code: not (OutputProblemCode.NoMatch or OutputProblemCode.IsNull) }))
        {
            var instead = output.Value is null ? "It is left empty" : "Its default was taken";
            yield return $"The optional output \"{output.Param.Name}\" could not be read: {output.Problem!.Message} {instead}.";
        }
    }

    private static IEnumerable<string> Texts(OutputReading output)
    {
        if (output.Raw is { Length: > 0 } raw)
        {
            yield return raw;
        }

        if (output.Value?.TryToPlainText(out var text) == true && text.Length > 0)
        {
            yield return text;
        }
    }
}
