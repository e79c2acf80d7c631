using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.Redaction;

namespace ApiAdmin.Core.Extraction;

/// <summary>
/// Decides the outcome in the contract's order; the first step that decides wins: 1. a not-found status, 2. the accepted
/// statuses, 3. the body, 4. the not-found rules, 5. the success rules, 6. the outputs.
/// </summary>
internal sealed class OutcomeDecider(ResponseView view)
{
    /// <summary>What nearly every report says.</summary>
    private const string UsualSuccess = "The other side answered 200 OK, and everything that was asked for is there.";

    private const int LongestFound = 60;

    private readonly CompiledDefinition compiled = view.Compiled;
    private int passed;
    private string? failure;

    public ExtractionResult Decide(string? bodyProblem, OutputReading[] outputs)
    {
        var (outcome, message) = Status() ?? Body(bodyProblem) ?? NotFound() ?? Success() ?? Outputs(outputs);
        ValueList<string> sensitive = compiled.HasSensitiveOutputs
            ? [.. outputs.Where(o => o.Param.IsSecret()).SelectMany(Texts).Distinct(StringComparer.Ordinal)]
            : [];

        // A rule or the message path may look at what an output hides.
        var hide = sensitive.Count == 0 ? Redactor.None : new Redactor(sensitive);
        return new ExtractionResult
        {
            Outcome = outcome,
            Message = hide.Redact(message),
            Outputs = new ValueList<ReportOutput>(Array.ConvertAll(outputs, static o => o.ToReport())),
            TrueOutputs = TrueOutputs(outputs),
            Warnings = Warnings(outputs),
            Steps = OutcomeSteps.Of(passed, failure is null ? null : hide.Redact(failure)),
            Rules = view.Head.Explain && bodyProblem is null ? Rules(hide) : [],
            SensitiveValues = sensitive,
        };
    }

    private ValueList<RuleReading> Rules(Redactor hide) =>
    [
        .. compiled.NotFoundRules.Select(rule => (Rule: rule, IsNotFound: true)).Concat(compiled.Rules.Select(rule => (Rule: rule, IsNotFound: false)))
            .Select(one => new RuleReading(
                one.Rule.Text, one.IsNotFound, view.Value(one.Rule.Path) is { Raw: var raw } ? hide.Redact(Short(raw)) : null, view.Holds(one.Rule))),
    ];

    private static ValueMap<RawJson?> TrueOutputs(OutputReading[] outputs)
    {
        var entries = new OrderedDictionary<string, RawJson?>(outputs.Length, StringComparer.Ordinal);
        foreach (var output in outputs)
        {
            // The validator refuses a name that stands twice; here it must only not throw.
            entries.TryAdd(output.Param.Name, output.Value);
        }

        return ValueMap<RawJson?>.Owning(entries);
    }

    private (Outcome Outcome, string Message)? Status()
    {
        // 1
        if (compiled.NotFound.Contains(view.Head.Status))
        {
            return Failed(Outcome.NotFound, $"The other side answered {view.Head.StatusText}, which the definition takes for \"not found\". Check the values that were asked for.");
        }

        // 2
        return compiled.Accepted.Contains(view.Head.Status)
            ? Passed()
            : Failed(Outcome.HttpError, $"The other side answered {view.Head.StatusText}; the definition accepts {compiled.Accepted.Text}.{Said()} {OutcomeAdvice.ForStatus(view.Head.Status, compiled.FollowsRedirects)}");
    }

    private (Outcome, string)? Body(string? problem) =>
        problem is null ? Passed() : Failed(Outcome.InvalidResponse, problem);

    private (Outcome, string)? NotFound() =>
        compiled.NotFoundRules.Length > 0 && Array.TrueForAll(compiled.NotFoundRules, view.Holds)
            ? Failed(Outcome.NotFound, $"The answer says \"not found\": {Quoted.List(compiled.NotFoundRules.Select(r => r.Text), 3)}.{Said()} Check the values that were asked for.")
            : Passed();

    private (Outcome, string)? Success()
    {
        if (compiled.Rules.Length == 0)
        {
            return Passed();
        }

        var failing = compiled.Rules.Where(rule => !view.Holds(rule)).ToList();
        var holds = compiled.Match == RuleMatch.Any ? failing.Count < compiled.Rules.Length : failing.Count == 0;
        if (holds)
        {
            return Passed();
        }

        var rule = failing[0];
        return Failed(
            Outcome.BusinessFailure,
            $"The other side answered, but not with a success: {rule.Text} does not hold{Found(rule)}.{Said()} Check the values that were sent, or mend the success rule.");
    }

    private (Outcome, string) Outputs(OutputReading[] outputs)
    {
        if (!Array.Exists(outputs, IsMissing))
        {
            return (Outcome.Success, Succeeded(outputs));
        }

        var missing = Array.FindAll(outputs, IsMissing);
        var first = missing[0];
        var more = missing.Length > 1 ? $" {missing.Length - 1} more required outputs are missing too." : "";
        return Failed(
            Outcome.InvalidResponse,
            $"The required output \"{first.Param.Name}\" could not be read: {first.Problem?.Message}{more}")!.Value;
    }

    /// <summary>A success may still lack optional outputs; saying that all is there would hide a mistyped path.</summary>
    private string Succeeded(OutputReading[] outputs)
    {
        if (!Array.Exists(outputs, IsLacking))
        {
            return view.Head is { Status: 200, Reason: "OK" } ? UsualSuccess : $"The other side answered {view.Head.StatusText}, and everything that was asked for is there.";
        }

        var lacking = Array.FindAll(outputs, IsLacking);
        var names = string.Join(", ", lacking.Take(3).Select(o => Quoted.Text(o.Param.Name)));
        return $"The other side answered {view.Head.StatusText}, but {lacking.Length} of {outputs.Length} outputs could not be read: {names}{(lacking.Length > 3 ? " …" : "")}; each says why.";
    }

    private static bool IsMissing(OutputReading output) => output.Param.Required && output.Value is null;

    private static bool IsLacking(OutputReading output) => output.Problem is not null && output.Value is null;

    private (Outcome, string)? Passed()
    {
        passed++;
        return null;
    }

    private (Outcome, string)? Failed(Outcome outcome, string message)
    {
        failure = message;
        return (outcome, message);
    }

    /// <summary>What the definition's message path found, as a sentence.</summary>
    private string Said() =>
        view.Value(compiled.Message)?.Text() is { Length: > 0 } text && text != "null" ? $" It said: {Quoted.Text(text)}." : "";

    private string Found(CompiledRule rule) => view.Value(rule.Path) is { Raw: var raw }
        ? $" (it is {Short(raw)})"
        : view.Exists(rule.Path) ? "" : " (there is no such value)";

    private static string Short(string raw) => raw.Length > LongestFound ? raw[..LongestFound] + "…" : raw;

    private ValueList<string> Warnings(OutputReading[] outputs)
    {
        List<string>? warnings = null;
        foreach (var path in view.Duplicates())
        {
            (warnings ??= []).Add($"A member on the path {path} stands twice in the body; the last one was taken.");
        }

        foreach (var output in outputs)
        {
            if (output.Warning is { } warning)
            {
                (warnings ??= []).Add(warning);
            }

            if (!output.Param.Required && output.Problem is { Code: not (OutputProblemCode.NoMatch or OutputProblemCode.IsNull) })
            {
                var instead = output.Value is null ? "It is left empty" : "Its default was taken";
                (warnings ??= []).Add($"The optional output \"{output.Param.Name}\" could not be read: {output.Problem.Message} {instead}.");
            }
        }

        return warnings is null ? [] : [.. warnings];
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
