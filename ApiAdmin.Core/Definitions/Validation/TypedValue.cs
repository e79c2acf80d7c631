using System.Text.Json;
using System.Text.RegularExpressions;

namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>Whether a JSON value is one of a declared type. Text that reads as a number, boolean, object or array counts as one.</summary>
internal static partial class TypedValue
{
    /// <returns>What the type wants, as the end of a sentence, or null when the value fits.</returns>
    public static string? Wanted(RawJson value, ParamType type, string? format)
    {
        if (!value.TryToPlainText(out var text))
        {
            return null;
        }

        return Fits(value.Kind, text, type, format) ? null : type switch
        {
            ParamType.String => "a text in quotes",
            ParamType.Integer => "a whole number such as 42",
            ParamType.Number => "a number such as 12.50",
            ParamType.Boolean => "true or false",
            ParamType.Date => $"a date such as \"2026-01-31\"{(format is null ? "" : $" or by the format {format}")}",
            ParamType.Object => "an object {…}",
            ParamType.Array => "a list […]",
            _ => "a file { \"fileName\", \"contentType\", \"base64\" }",
        };
    }

    private static bool Fits(JsonValueKind kind, string text, ParamType type, string? format) => type switch
    {
        ParamType.String => kind is JsonValueKind.String or JsonValueKind.Number,
        ParamType.Integer => kind is JsonValueKind.String or JsonValueKind.Number && Integer().IsMatch(text.Trim()),
        ParamType.Number => kind is JsonValueKind.String or JsonValueKind.Number && Number().IsMatch(text.Trim()),
        ParamType.Boolean => kind is JsonValueKind.True or JsonValueKind.False
            || (kind is JsonValueKind.String && text.Trim().ToLowerInvariant() is "true" or "false" or "1" or "0"),
        ParamType.Date => kind is JsonValueKind.String && DateFormat.Fits(text.Trim(), format),
        ParamType.Object => IsOf(JsonValueKind.Object, kind, text),
        ParamType.Array => IsOf(JsonValueKind.Array, kind, text),
        _ => kind is JsonValueKind.Object && IsFile(text),
    };

    private static bool IsOf(JsonValueKind wanted, JsonValueKind kind, string text)
    {
        try
        {
            return kind == wanted || (kind == JsonValueKind.String && RawJson.Parse(text).Kind == wanted);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsFile(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty("base64"u8, out var content)
            && content.ValueKind == JsonValueKind.String
            && content.TryGetBytesFromBase64(out _);
    }

    [GeneratedRegex(@"^-?(?:0|[1-9][0-9]*)\z", RegexOptions.NonBacktracking)]
    private static partial Regex Integer();

    [GeneratedRegex(@"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?\z", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
