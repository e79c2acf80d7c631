using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Extraction;

/// <summary>Says in plain words when an API counts as a success, for the line under the rule builder.</summary>
public static class SuccessInWords
{
    public static string Of(SuccessRule rule)
    {
        var status = $"A success is an answer with the status {Choice(rule.Status)}";
        var body = rule.Rules.Count == 0 ? "" : $" in which {Joined(rule.Rules, rule.Match)}";
        return $"{status}{body}.{NotFound(rule.NotFound)}";
    }

    /// <summary>One rule as a clause: <c>$.ret_code is "000000"</c>.</summary>
    public static string Of(BodyRule rule)
    {
        var value = rule.Value?.Text ?? "?";
        return rule.Op switch
        {
            RuleOperator.Eq => $"{rule.Path} is {value}",
            RuleOperator.Ne => $"{rule.Path} is not {value}",
            RuleOperator.Gt => $"{rule.Path} is more than {value}",
            RuleOperator.Ge => $"{rule.Path} is {value} or more",
            RuleOperator.Lt => $"{rule.Path} is less than {value}",
            RuleOperator.Le => $"{rule.Path} is {value} or less",
            RuleOperator.Contains => $"{rule.Path} contains {value}",
            RuleOperator.StartsWith => $"{rule.Path} begins with {value}",
            RuleOperator.Matches => $"{rule.Path} matches {value}",
            RuleOperator.In => $"{rule.Path} is one of {value}",
            RuleOperator.Exists => $"{rule.Path} is there",
            RuleOperator.Missing => $"{rule.Path} is not there",
            RuleOperator.MissingOrNull => $"{rule.Path} is not there or null",
            _ => $"{rule.Path} is empty",
        };
    }

    private static string NotFound(NotFoundRule rule)
    {
        string?[] ways =
        [
            rule.Status.Count == 0 ? null : $"the status is {Choice(rule.Status)}",
            rule.Rules.Count == 0 ? null : Joined(rule.Rules, RuleMatch.All),
        ];
        var given = ways.OfType<string>().ToList();
        return given.Count == 0 ? "" : $" It counts as not found when {string.Join(", or when ", given)}.";
    }

    private static string Joined(ValueList<BodyRule> rules, RuleMatch match) =>
        string.Join(match == RuleMatch.Any ? " or " : " and ", rules.Select(Of));

    private static string Choice(ValueList<string> items) => items.Count < 2
        ? string.Join("", items)
        : $"{string.Join(", ", items.Take(items.Count - 1))} or {items[^1]}";
}
