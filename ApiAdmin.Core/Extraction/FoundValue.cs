using System.Text;
using System.Text.Json;
using ApiAdmin.Core.Extraction.Json;

namespace ApiAdmin.Core.Extraction;

/// <summary>A value as it stands in a JSON body.</summary>
internal readonly record struct FoundValue(JsonValueKind Kind, string Raw)
{
    public static FoundValue? Of(Capture capture) =>
        capture.IsFound && !capture.IsTooLarge ? new(KindOf(capture.Kind), Encoding.UTF8.GetString(capture.Raw)) : null;

    /// <summary>A string that is written as it is meant, without escapes.</summary>
    public bool IsPlainString => Kind == JsonValueKind.String && !Raw.Contains('\\', StringComparison.Ordinal);

    /// <summary>Of a string what it says, of anything else its JSON text; null when a string is not well-formed.</summary>
    public string? Text()
    {
        if (Kind != JsonValueKind.String)
        {
            return Raw;
        }

        if (IsPlainString)
        {
            return Raw[1..^1];
        }

        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(Raw));
            reader.Read();
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public JsonElement ToElement()
    {
        using var document = JsonDocument.Parse(Raw);
        return document.RootElement.Clone();
    }

    internal static JsonValueKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => JsonValueKind.Object,
        JsonTokenType.StartArray => JsonValueKind.Array,
        JsonTokenType.String => JsonValueKind.String,
        JsonTokenType.Number => JsonValueKind.Number,
        JsonTokenType.True => JsonValueKind.True,
        JsonTokenType.False => JsonValueKind.False,
        JsonTokenType.Null => JsonValueKind.Null,
        _ => JsonValueKind.Undefined,
    };
}
