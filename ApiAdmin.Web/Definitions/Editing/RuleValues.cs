using System.Text.Json;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Web.Definitions.Editing;

/// <summary>What a rule compares with, between text and JSON.</summary>
public static class RuleValues
{
    public static bool Takes(RuleOperator op) =>
        op is not (RuleOperator.Exists or RuleOperator.Missing or RuleOperator.MissingOrNull or RuleOperator.Empty);

    /// <summary>
    /// Text is a string, so that <c>000000</c> stays what it is; an order needs a number and <c>in</c> an array, and a
    /// rule whose value already was a number, a boolean or null keeps reading its text that way.
    /// </summary>
    public static RawJson? Parse(string text, BodyRule rule)
    {
        if (text.Length == 0)
        {
            return rule.Op is RuleOperator.Eq or RuleOperator.Ne ? RawJson.String("") : null;
        }

        var wantsJson = rule.Op is RuleOperator.Gt or RuleOperator.Ge or RuleOperator.Lt or RuleOperator.Le or RuleOperator.In
            || rule.Value is { Kind: not JsonValueKind.String };
        return wantsJson && TryParse(text, out var value) ? value : RawJson.String(text);
    }

    private static bool TryParse(string text, out RawJson? value)
    {
        try
        {
            value = RawJson.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            value = null;
            return false;
        }
    }
}
