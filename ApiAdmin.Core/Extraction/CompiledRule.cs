using System.Text.Json;
using System.Text.RegularExpressions;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction.JsonPath;

namespace ApiAdmin.Core.Extraction;

/// <summary>A rule with its path and pattern parsed.</summary>
internal sealed class CompiledRule
{
    public CompiledRule(BodyRule rule, PathSlots slots)
    {
        Rule = rule;
        Path = slots.Of(JsonPathQuery.Parse(rule.Path).Path);
        Expected = rule.Value is { } value ? new FoundValue(value.Kind, value.Text) : null;
        Pattern = rule.Op == RuleOperator.Matches ? Compile(Expected?.Text()) : null;
        Choices = rule.Op == RuleOperator.In && rule.Value is { Kind: JsonValueKind.Array } list
            ? [.. list.ToElement().EnumerateArray().Select(item => new FoundValue(item.ValueKind, item.GetRawText()))]
            : [];
    }

    public BodyRule Rule { get; }

    /// <summary>Null when its path cannot be read; then the rule never holds.</summary>
    public CompiledPath? Path { get; }

    public FoundValue? Expected { get; }

    public Regex? Pattern { get; }

    public IReadOnlyList<FoundValue> Choices { get; }

    /// <summary>As a person would say it: <c>$.ret_code eq "000000"</c>.</summary>
    public string Text => Rule.Value is null ? $"{Rule.Path} {Name}" : $"{Rule.Path} {Name} {Rule.Value.Text}";

    private string Name => JsonNamingPolicy.CamelCase.ConvertName(Rule.Op.ToString());

    // NonBacktracking: a body must not be able to make a pattern run for ever.
    private static Regex? Compile(string? pattern)
    {
        try
        {
            return pattern is null ? null : new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
