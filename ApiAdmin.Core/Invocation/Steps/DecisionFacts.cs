using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction;
using ApiAdmin.Core.Invocation.Redaction;

namespace ApiAdmin.Core.Invocation.Steps;

/// <summary>What went into and came out of the steps in which the outcome is decided.</summary>
internal sealed class DecisionFacts(ApiDefinition definition, InvocationReport report, ValueList<RuleReading> rules, Redactor redactor)
{
    public ReportStep Explain(ReportStep step) => step.Name switch
    {
        "extract" or "outputs" => step with { In = New().Add(FactNames.Outputs, definition.Outputs.Count).Facts, Out = New().Add(FactNames.Found, Found()).Facts },
        "status" => step with
        {
            In = New().Add(FactNames.Status, report.Response?.Status).Facts,
            Out = New().Add(FactNames.Accepted, string.Join(", ", definition.Success.Status)).Facts,
        },
        "body" => step with { In = New().Add(FactNames.MediaType, report.Response?.MediaType).Add(FactNames.BodyBytes, report.Response?.BodyBytes).Facts },
        "not-found rule" => Rules(step, isNotFound: true, RuleMatch.All),
        "success rule" => Rules(step, isNotFound: false, definition.Success.Match),
        _ => step,
    };

    private FactList New() => new(redactor);

    private long Found()
    {
        var declared = definition.Outputs.Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
        return report.Outputs.Count(output => output.Value is not null && declared.Contains(output.Name));
    }

    /// <summary>In: each rule with the value it looked at. Out: whether they hold together.</summary>
    private ReportStep Rules(ReportStep step, bool isNotFound, RuleMatch match)
    {
        var asked = rules.Where(rule => rule.IsNotFound == isNotFound).ToList();
        if (asked.Count == 0)
        {
            return step;
        }

        var given = New();
        foreach (var rule in asked)
        {
            given.Add(rule.Rule, rule.Found ?? "");
        }

        var holds = match == RuleMatch.Any ? asked.Exists(rule => rule.Holds) : asked.TrueForAll(rule => rule.Holds);
        return step with { In = given.Facts, Out = New().Add(FactNames.Holds, holds ? "true" : "false").Facts };
    }
}
