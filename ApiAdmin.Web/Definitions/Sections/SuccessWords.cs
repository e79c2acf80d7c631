using ApiAdmin.Core.Definitions;
using Microsoft.Extensions.Localization;

namespace ApiAdmin.Web.Definitions.Sections;

/// <summary>Says in the reader's language when an API counts as a success. Paths and values are data: each keeps its own direction.</summary>
public sealed class SuccessWords(IStringLocalizer<ApiTexts> texts)
{
    public string Of(SuccessRule rule)
    {
        var status = Choice(rule.Status);
        var success = rule.Rules.Count == 0
            ? texts["Says.Success", status]
            : texts["Says.SuccessWhen", status, Joined(rule.Rules, rule.Match)];
        return $"{success}{NotFound(rule.NotFound)}";
    }

    private string NotFound(NotFoundRule rule)
    {
        string?[] ways =
        [
            rule.Status.Count == 0 ? null : texts["Says.StatusIs", Choice(rule.Status)].Value,
            rule.Rules.Count == 0 ? null : Joined(rule.Rules, RuleMatch.All),
        ];
        var given = ways.OfType<string>().ToList();
        return given.Count == 0 ? "" : texts["Says.NotFound", string.Join(texts["Says.OrWhen"], given)];
    }

    private string Joined(ValueList<BodyRule> rules, RuleMatch match) => string.Join(match == RuleMatch.Any ? texts["Says.Or"] : texts["Says.And"], rules.Select(Clause));

    /// <summary>One rule as a clause: <c>$.ret_code is "000000"</c>.</summary>
    private string Clause(BodyRule rule) => texts[$"Says.{rule.Op}", Data(rule.Path.Length == 0 ? "…" : rule.Path), Data(rule.Value?.Text ?? "…")];

    private string Choice(ValueList<string> items) => items.Count < 2
        ? Data(string.Concat(items))
        : $"{string.Join(", ", items.Take(items.Count - 1).Select(Data))}{texts["Says.Or"]}{Data(items[^1])}";

    /// <summary>First strong isolate and its end, so that an Arabic value does not turn the sentence around.</summary>
    private static string Data(string text) => $"\u2068{(text.Length <= 80 ? text : text[..(char.IsHighSurrogate(text[79]) ? 79 : 80)] + "…")}\u2069";
}
