using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Extraction;

/// <summary>
/// A found value as the declared type, with every digit. Text that spells a number, a boolean or a date is taken for one;
/// <c>1</c> and <c>0</c> are booleans too; a number is a string by its text.
/// </summary>
internal static partial class OutputConverter
{
    private static readonly string[] DateFormats =
    [
        "yyyy-MM-dd", "yyyyMMdd", "yyyy/MM/dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <returns>The typed value, or null: the value is of another type.</returns>
    public static RawJson? Convert(ParamType type, JsonValueKind kind, string raw, string text) => type switch
    {
        ParamType.Object => kind == JsonValueKind.Object ? RawJson.Trusted(raw) : null,
        ParamType.Array => kind == JsonValueKind.Array ? RawJson.Trusted(raw) : null,
        _ when kind is JsonValueKind.Object or JsonValueKind.Array => null,
        ParamType.String => RawJson.String(text),
        ParamType.Integer => kind is JsonValueKind.True or JsonValueKind.False ? null : Integer(text.Trim()),
        ParamType.Number => kind == JsonValueKind.Number || JsonNumberText.Pattern().IsMatch(text.Trim()) ? RawJson.Trusted(text.Trim()) : null,
        ParamType.Boolean => Boolean(text.Trim()),
        ParamType.Date => kind == JsonValueKind.String ? Date(text.Trim()) : null,
        _ => null,
    };

    private static RawJson? Integer(string text) =>
        WholeNumber().Match(text) is { Success: true } match ? RawJson.Trusted(match.Groups["whole"].Value) : null;

    private static RawJson? Boolean(string text) => text switch
    {
        "1" => RawJson.Boolean(true),
        "0" => RawJson.Boolean(false),
        _ when bool.TryParse(text, out var value) => RawJson.Boolean(value),
        _ => null,
    };

    // The day as it is written: a moment near midnight keeps the day that the other side means.
    private static RawJson? Date(string text) =>
        DateTimeOffset.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? RawJson.String(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            : null;

    [GeneratedRegex(@"^(?<whole>-?(?:0|[1-9][0-9]*))(?:\.0+)?\z", RegexOptions.NonBacktracking)]
    private static partial Regex WholeNumber();
}
