using System.Text.Json;
using System.Text.RegularExpressions;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction.Sources;
using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Core.Extraction.Conversions;

/// <summary>
/// A found value as the declared type, with every digit. What is taken for what is the closed list of
/// <see cref="ConversionTable"/>; anything else is of the wrong type.
/// </summary>
internal sealed partial class Conversion(OutputParam param)
{
    /// <summary>A number of more digits is kept as it was found and not converted.</summary>
    private const int LongestNumber = 10_000;

    private readonly DateConversion? date = param.Type == ParamType.Date ? new DateConversion(param) : null;

    public (RawJson? Value, OutputProblem? Problem) Of(SourceValue value)
    {
        if (value.Text is not { } text)
        {
            return (null, Problem(OutputProblemCode.Undecodable, "The text holds half of a surrogate pair, which is no character."));
        }

        if (param.Type is ParamType.Integer or ParamType.Number && text.Length > LongestNumber)
        {
            return (null, Problem(OutputProblemCode.TooLarge, $"The number has {text.Length} digits, more than the {LongestNumber} that are converted. Choose the type string to have it as it is."));
        }

        return Typed(value, text) is { } typed ? (typed, null) : (null, Problem(OutputProblemCode.WrongType, Wrong(value)));
    }

    private RawJson? Typed(SourceValue value, string text) => param.Type switch
    {
        ParamType.Object => value.Kind == JsonValueKind.Object ? RawJson.Trusted(value.Raw) : null,
        ParamType.Array => Array(value, text),
        ParamType.String when value.Kind == JsonValueKind.Array && param.Separator is { } separator => RawJson.String(JoinedText.Of(value.Raw, separator)),
        _ when value.Kind is JsonValueKind.Object or JsonValueKind.Array => null,
        ParamType.String => RawJson.String(text),
        ParamType.Integer => value.Kind is JsonValueKind.True or JsonValueKind.False ? null : Integer(text.Trim()),
        ParamType.Number => value.Kind == JsonValueKind.Number || JsonNumberText.Pattern().IsMatch(text.Trim()) ? RawJson.Trusted(text.Trim()) : null,
        ParamType.Boolean => Boolean(text.Trim()),
        ParamType.Date => date!.Convert(value.Kind, text.Trim()),
        _ => null,
    };

    private RawJson? Array(SourceValue value, string text)
    {
        if (value.Kind == JsonValueKind.Array)
        {
            return RawJson.Trusted(value.Raw);
        }

        return value.Kind == JsonValueKind.String && param.Separator is { Length: > 0 } separator
            ? RawJson.Trusted($"[{string.Join(',', text.Split(separator.Trim() is { Length: > 0 } mark ? mark : separator, StringSplitOptions.TrimEntries).Select(RawJson.String))}]")
            : null;
    }

    private static RawJson? Integer(string text) =>
        WholeNumber().Match(text) is { Success: true } match ? RawJson.Trusted(match.Groups["whole"].Value) : null;

    private static RawJson? Boolean(string text) => text switch
    {
        "1" => RawJson.Boolean(true),
        "0" => RawJson.Boolean(false),
        _ when bool.TryParse(text, out var value) => RawJson.Boolean(value),
        _ => null,
    };

    private string Wrong(SourceValue value)
    {
        var what = value.Kind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "an array",
            _ when param.IsSecret() => "something else",
            JsonValueKind.String => $"the text {Quoted.Text(value.Raw.Trim('"'))}",
            _ => value.Raw.Length > 40 ? value.Raw[..40] + "…" : value.Raw,
        };
        return $"The value has to be of the type {param.Type.ToString().ToLowerInvariant()}{date?.Wanted}, but it is {what}. {Cure(value)}";
    }

    private string Cure(SourceValue value) => (param.Type, value.Kind) switch
    {
        (ParamType.String, JsonValueKind.Array) => "Mend the path, choose the type array, or give a separator that joins it to one text.",
        (ParamType.Date, _) => "Name the format it is written in, mend the path, or choose another type.",
        _ => "Mend the path, or choose another type.",
    };

    private static OutputProblem Problem(OutputProblemCode code, string message) => new() { Code = code, Message = message };

    [GeneratedRegex(@"^(?<whole>-?(?:0|[1-9][0-9]*))(?:\.0+)?\z", RegexOptions.NonBacktracking)]
    private static partial Regex WholeNumber();
}
