using System.Text.Json;
using System.Text.RegularExpressions;

namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>The value that a body rule compares with.</summary>
internal static class ComparedValue
{
    public static Finding? Fault(string path, BodyRule rule)
    {
        var op = TypeNames.Of(rule.Op);
        if (rule.Op is RuleOperator.Exists or RuleOperator.Missing or RuleOperator.MissingOrNull or RuleOperator.Empty)
        {
            return rule.Value is null ? null : new(path, FindingCodes.NotAllowed, $"\"{op}\" compares with nothing; leave the value out.");
        }

        if (rule.Value is not { } value || value.Kind == JsonValueKind.Null)
        {
            return new(path, FindingCodes.Required, $"\"{op}\" needs a value to compare with; give one. To ask for null use missingOrNull.");
        }

        return OfKind(path, op, rule.Op, value);
    }

    private static Finding? OfKind(string path, string op, RuleOperator kind, RawJson value) => kind switch
    {
        RuleOperator.Gt or RuleOperator.Ge or RuleOperator.Lt or RuleOperator.Le when TypedValue.Wanted(value, ParamType.Number, format: null) is not null =>
            new(path, FindingCodes.WrongType, $"\"{op}\" compares numbers, and {Quoted.Text(value.Text)} is none; give a number."),
        RuleOperator.In when value.Kind != JsonValueKind.Array || value.ToElement().GetArrayLength() == 0 =>
            new(path, FindingCodes.WrongType, $"\"{op}\" needs a list of values; write for example [\"000000\", \"000001\"]."),
        RuleOperator.Contains or RuleOperator.StartsWith or RuleOperator.Matches when value.Kind != JsonValueKind.String =>
            new(path, FindingCodes.WrongType, $"\"{op}\" needs a text in quotes, not {Quoted.Text(value.Text)}."),
        RuleOperator.Matches => Pattern(path, value),
        _ => null,
    };

    /// <summary>Without backtracking, so that no answer can make the pattern run for minutes.</summary>
    private static Finding? Pattern(string path, RawJson value)
    {
        if (!value.TryToPlainText(out var pattern))
        {
            return null;
        }

        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return null;
        }
        catch (ArgumentException malformed)
        {
            return new(path, FindingCodes.Malformed, $"{Quoted.Text(pattern)} is no regular expression: {malformed.Message}");
        }
        catch (NotSupportedException)
        {
            return new(path, FindingCodes.NotAllowed, $"{Quoted.Text(pattern)} looks around or refers back, which can run for ever on a hostile answer; write it without lookarounds, backreferences and atomic groups, and not too large.");
        }
    }
}
