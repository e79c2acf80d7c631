using System.Globalization;
using System.Text.Json;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Extraction;

/// <summary>
/// Whether a rule holds for a value. A missing value meets <c>missing</c>, <c>missingOrNull</c> and <c>ne</c>, nothing
/// else. Numbers compare by value with all digits, a number and a string by the number's text.
/// </summary>
internal static class RuleEvaluator
{
    /// <param name="exists">Whether there is a value, also one that is too large to be looked at.</param>
    public static bool Holds(CompiledRule rule, FoundValue? value, bool exists) => rule.Rule.Op switch
    {
        _ when rule.Path is null => false,
        RuleOperator.Exists => exists,
        RuleOperator.Missing => !exists,
        RuleOperator.MissingOrNull => !exists || value?.Kind == JsonValueKind.Null,
        RuleOperator.Ne => rule.Expected is { } other && !(value is { } found && Equal(found, other)),
        _ => value is { } found && Holds(rule, found),
    };

    /// <summary>Of several values it has to hold for all, because it says that something is not there.</summary>
    public static bool IsNegative(RuleOperator op) => op is RuleOperator.Ne or RuleOperator.Missing or RuleOperator.MissingOrNull;

    private static bool Holds(CompiledRule rule, FoundValue value) => rule.Rule.Op switch
    {
        RuleOperator.Eq => rule.Expected is { } other && Equal(value, other),
        RuleOperator.Gt => Compare(value, rule.Expected) > 0,
        RuleOperator.Ge => Compare(value, rule.Expected) >= 0,
        RuleOperator.Lt => Compare(value, rule.Expected) < 0,
        RuleOperator.Le => Compare(value, rule.Expected) <= 0,
        RuleOperator.Contains => Contains(value, rule.Expected),
        RuleOperator.StartsWith => IsText(value) && rule.Expected?.Text() is { } start && value.Text()?.StartsWith(start, StringComparison.Ordinal) == true,
        RuleOperator.Matches => IsText(value) && value.Text() is { } text && rule.Pattern?.IsMatch(text) == true,
        RuleOperator.In => rule.Choices.Any(choice => Equal(value, choice)),
        RuleOperator.Empty => IsEmpty(value),
        _ => false,
    };

    internal static bool Equal(FoundValue left, FoundValue right)
    {
        if (left.Kind == right.Kind)
        {
            return left.Kind switch
            {
                JsonValueKind.Number => JsonNumber.Parse(left.Raw) is { } number && number.CompareTo(JsonNumber.Parse(right.Raw) ?? default) == 0,
                JsonValueKind.String => left.Text() is { } text && text == right.Text(),
                JsonValueKind.Object or JsonValueKind.Array => JsonElement.DeepEquals(left.ToElement(), right.ToElement()),
                _ => true,
            };
        }

        return (left.Kind, right.Kind) is (JsonValueKind.String, JsonValueKind.Number) or (JsonValueKind.Number, JsonValueKind.String)
            && left.Text() == right.Text();
    }

    /// <summary>Numbers (also as text) by value, ISO dates by their moment; null when the two have no order.</summary>
    private static int? Compare(FoundValue value, FoundValue? other)
    {
        if (!IsText(value) || value.Text() is not { } left || other?.Text() is not { } right)
        {
            return null;
        }

        if (JsonNumber.Parse(left) is { } number && JsonNumber.Parse(right) is { } limit)
        {
            return number.CompareTo(limit);
        }

        return Moment(left) is { } at && Moment(right) is { } than ? at.CompareTo(than) : null;
    }

    private static DateTimeOffset? Moment(string text) =>
        text.Length >= 10 && text[4] == '-'
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;

    private static bool Contains(FoundValue value, FoundValue? other)
    {
        if (other is not { } wanted)
        {
            return false;
        }

        return value.Kind == JsonValueKind.Array
            ? value.ToElement().EnumerateArray().Any(item => Equal(new FoundValue(item.ValueKind, item.GetRawText()), wanted))
            : IsText(value) && wanted.Text() is { } part && value.Text()?.Contains(part, StringComparison.Ordinal) == true;
    }

    private static bool IsText(FoundValue value) => value.Kind is JsonValueKind.String or JsonValueKind.Number;

    private static bool IsEmpty(FoundValue value) => value.Kind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.String => value.Raw.Length == 2,
        JsonValueKind.Object or JsonValueKind.Array => value.Raw.AsSpan(1, value.Raw.Length - 2).IsWhiteSpace(),
        _ => false,
    };
}
