using System.Text.Json;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Web.Definitions.Editing;

/// <summary>
/// Between what a person types and the JSON value it means for a type. Text that is none of the type stays a string,
/// so that it is kept as typed and the validator can say what is wrong with it.
/// </summary>
public static class TypedText
{
    /// <summary>Null for empty text: nothing is given.</summary>
    public static RawJson? Parse(string? text, ParamType type) =>
        string.IsNullOrEmpty(text) ? null : ParseGiven(text, type);

    /// <summary>The same where empty text is a value: an empty constant.</summary>
    public static RawJson ParseGiven(string text, ParamType type) => type switch
    {
        ParamType.Integer or ParamType.Number => Json(text, JsonValueKind.Number),
        ParamType.Boolean => Json(text, JsonValueKind.True, JsonValueKind.False),
        ParamType.Object => Json(text, JsonValueKind.Object),
        ParamType.Array => Json(text, JsonValueKind.Array),
        ParamType.File => Json(text, JsonValueKind.Object),
        _ => RawJson.String(text),
    };

    /// <summary>The value told in another type: what was typed stays typed.</summary>
    public static RawJson? Retype(RawJson? value, ParamType type) => value is null ? null : ParseGiven(value.ToPlainText(), type);

    private static RawJson Json(string text, params ReadOnlySpan<JsonValueKind> kinds)
    {
        try
        {
            var value = RawJson.Parse(text);
            return kinds.Contains(value.Kind) ? value : RawJson.String(text);
        }
        catch (JsonException)
        {
            return RawJson.String(text);
        }
    }
}
