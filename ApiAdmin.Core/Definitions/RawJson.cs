using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ApiAdmin.Core.Definitions;

/// <summary>
/// One JSON value kept as its text, so that a number keeps every digit it was typed with (<c>1.00</c>,
/// <c>12345678901234567890</c>). Equal when the text is equal. JSON <c>null</c> is the C# <see langword="null"/>.
/// </summary>
[JsonConverter(typeof(RawJsonConverter))]
public sealed record RawJson
{
    private RawJson(string text) => Text = text;

    /// <summary>The JSON text, for a string with its quotes.</summary>
    public string Text { get; }

    public JsonValueKind Kind => Text[0] switch
    {
        '"' => JsonValueKind.String,
        '{' => JsonValueKind.Object,
        '[' => JsonValueKind.Array,
        't' => JsonValueKind.True,
        'f' => JsonValueKind.False,
        'n' => JsonValueKind.Null,
        _ => JsonValueKind.Number,
    };

    /// <summary>The text as a JSON string. Half of a surrogate pair is kept as its escape, for the validator to refuse.</summary>
    public static RawJson String(string value) => new('"' + Encode(value) + '"');

    /// <summary>Takes text that a reader has already found to be one well-formed JSON value, without reading it again.</summary>
    internal static RawJson Trusted(string json) => new(json);

    public static RawJson Boolean(bool value) => new(value ? "true" : "false");

    public static RawJson Of(JsonElement element) => new(element.GetRawText());

    /// <summary>Takes text that is known to be one well-formed JSON value.</summary>
    /// <exception cref="JsonException">It is not.</exception>
    public static RawJson Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Of(document.RootElement);
    }

    /// <summary>What a person would type: a string without its quotes, anything else as its JSON text.</summary>
    public string ToPlainText()
    {
        if (Kind != JsonValueKind.String)
        {
            return Text;
        }

        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(Text));
        reader.Read();
        return reader.GetString()!;
    }

    /// <summary>The same, false when the string holds half of a surrogate pair, which no text can.</summary>
    public bool TryToPlainText(out string text)
    {
        try
        {
            text = ToPlainText();
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }

    public JsonElement ToElement()
    {
        using var document = JsonDocument.Parse(Text);
        return document.RootElement.Clone();
    }

    public override string ToString() => Text;

    private static readonly System.Text.Encodings.Web.JavaScriptEncoder RelaxedEncoder =
        System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private static string Encode(string value)
    {
        var broken = Reading.LoneSurrogate.IndexIn(value);
        return broken < 0
            ? JsonEncodedText.Encode(value, RelaxedEncoder).Value
            : $"{Encode(value[..broken])}\\u{(int)value[broken]:x4}{Encode(value[(broken + 1)..])}";
    }

    private sealed class RawJsonConverter : JsonConverter<RawJson>
    {
        public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return Of(document.RootElement);
        }

        public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Text);
    }
}
