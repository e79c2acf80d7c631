using System.Text.Json;
using System.Text.RegularExpressions;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Interchange.Curl;

/// <summary>Rows of <c>name=value</c> pairs, as a query and a form have them. A name that repeats is one row of several values.</summary>
internal static partial class PairRows
{
    /// <summary>Whether a row says the same: a name, a value, and every percent sign the beginning of an escape.</summary>
    public static bool IsPair(string text) => text.IndexOf('=', StringComparison.Ordinal) > 0 && !BrokenEscape().IsMatch(text);

    /// <param name="pairs">Each with the input that stands for its value, or null.</param>
    public static IEnumerable<RequestParam> Of(IEnumerable<(string Text, string? Input)> pairs, ParamPlace place) =>
        pairs.Select(pair => Split(pair.Text, pair.Input))
            .GroupBy(pair => pair.Name, StringComparer.Ordinal)
            .Select(group => Row(group.Key, [.. group], place));

    public static RequestParam Row(string name, string value, ParamPlace place) => new()
    {
        Name = name, In = place, Value = Source(name, value),
    };

    /// <summary><c>{tel}</c> or <c>{{tel}}</c> as a whole value asks the caller for it, unless it is the place of a credential.</summary>
    public static ValueSource Source(string name, string value) => Placeholder().Match(value) is { Success: true } match && !CredentialNames.IsHeader(name, value)
        ? new CallerValue { Input = match.Groups["name"].Value == name ? null : match.Groups["name"].Value }
        : new ConstantValue { Value = RawJson.String(value) };

    private static (string Name, string Value, string? Input) Split(string text, string? input)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return (Decode(text[..equals]), Decode(text[(equals + 1)..]), input);
    }

    private static RequestParam Row(string name, List<(string Name, string Value, string? Input)> values, ParamPlace place) => values switch
    {
        [{ Input: { } input }] => new() { Name = name, In = place, Required = true, Value = new CallerValue { Input = input == name ? null : input } },
        [var one] => Row(name, one.Value, place),
        _ => new()
        {
            Name = name, In = place, Type = ParamType.Array,
            Value = new ConstantValue { Value = RawJson.Parse($"[{string.Join(',', values.Select(v => RawJson.String(v.Value).Text))}]") },
        },
    };

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    [GeneratedRegex("%(?![0-9A-Fa-f]{2})", RegexOptions.None, 1000)]
    private static partial Regex BrokenEscape();

    [GeneratedRegex(@"^(?:\{\{(?<name>[A-Za-z_][\w.-]*)\}\}|\{(?<name>[A-Za-z_][\w.-]*)\})\z", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();
}
