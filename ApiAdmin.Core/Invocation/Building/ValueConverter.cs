using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>
/// Turns what somebody gave into the text of the declared type, numbers with every digit. Text that looks like a number,
/// a boolean, an object or an array is taken for one: the panel and the phone menu only know text.
/// </summary>
internal static partial class ValueConverter
{
    private const string DefaultFormat = "yyyy-MM-dd";

    private static readonly string[] IsoFormats =
        [DefaultFormat, "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ss"];

    /// <returns>The text, or null with <paramref name="problem"/>: the rest of a sentence that begins with the value's name.</returns>
    public static string? Convert(ParamType type, string? format, JsonElement value, out string problem)
    {
        problem = "";
        var given = Text(value);
        if (given is null)
        {
            problem = "holds half of a surrogate pair, which is no character. Remove it.";
            return null;
        }

        var text = type switch
        {
            ParamType.String => value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? given : null,
            ParamType.Integer => Scalar(value) && Integer().IsMatch(given.Trim()) ? given.Trim() : null,
            ParamType.Number => Scalar(value) && Number().IsMatch(given.Trim()) ? given.Trim() : null,
            ParamType.Boolean => Boolean(given.Trim()),
            ParamType.Date => value.ValueKind == JsonValueKind.String ? Date(given.Trim(), format) : null,
            ParamType.Object => Structure(value, given, JsonValueKind.Object),
            ParamType.Array => Structure(value, given, JsonValueKind.Array),
            _ => null,
        };
        problem = text is null ? Wrong(type, format, value, given) : "";
        return text;
    }

    /// <summary>The text of a value; null when a string in it is not well-formed.</summary>
    private static string? Text(JsonElement value)
    {
        try
        {
            JsonText.Check(value);
            return value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool Scalar(JsonElement value) => value.ValueKind is JsonValueKind.Number or JsonValueKind.String;

    private static string? Boolean(string text) => text switch
    {
        "1" => "true",
        "0" => "false",
        _ when text.Equals("true", StringComparison.OrdinalIgnoreCase) => "true",
        _ when text.Equals("false", StringComparison.OrdinalIgnoreCase) => "false",
        _ => null,
    };

    private static string? Date(string text, string? format)
    {
        var formats = format is null ? IsoFormats : [.. IsoFormats, format];
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal;
        try
        {
            return DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture, Styles, out var date)
                ? date.ToString(format ?? DefaultFormat, CultureInfo.InvariantCulture)
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string? Structure(JsonElement value, string given, JsonValueKind kind)
    {
        if (value.ValueKind == kind)
        {
            return given;
        }

        return value.ValueKind == JsonValueKind.String && JsonText.IsKind(given, kind) ? given.Trim() : null;
    }

    private static string Wrong(ParamType type, string? format, JsonElement value, string given)
    {
        var wanted = type switch
        {
            ParamType.String => "a text",
            ParamType.Integer => "a whole number such as 42, without leading zeros",
            ParamType.Number => "a number such as 12.50, without leading zeros",
            ParamType.Boolean => "true or false",
            ParamType.Date => $"a date such as {Example(format)}",
            ParamType.Object => "a JSON object such as {\"a\": 1}",
            ParamType.Array => "a JSON array such as [1, 2]",
            _ => "a file: { \"fileName\", \"contentType\", \"base64\" }",
        };
        var is_ = value.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "an array",
            JsonValueKind.String => $"\"{Short(given)}\"",
            _ => Short(given),
        };
        return $"has to be {wanted}, not {is_}.";
    }

    private static string Example(string? format)
    {
        var example = new DateTimeOffset(2026, 1, 31, 9, 30, 0, TimeSpan.Zero);
        try
        {
            return example.ToString(format ?? DefaultFormat, CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            return $"the format {format} says";
        }
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..(char.IsHighSurrogate(text[39]) ? 39 : 40)] + "…";

    [GeneratedRegex(@"^-?(?:0|[1-9][0-9]*)\z", RegexOptions.NonBacktracking)]
    private static partial Regex Integer();

    [GeneratedRegex(@"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?\z", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
