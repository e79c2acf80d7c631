using System.Text;
using System.Text.Json;

namespace ApiAdmin.Core.Definitions.Reading;

/// <summary>
/// Reads JSON into a record and reports everything that is wrong at once, each with its place and cure: what
/// <see cref="JsonSerializer"/> alone would tell one exception at a time. The shape comes from the serializer's own
/// metadata of <see cref="DefinitionJson.Options"/>, so what is checked and what is read cannot drift apart.
/// </summary>
public static class StrictJson
{
    public static JsonReading<T> Read<T>(string json, StrictJsonLimits? limits = null)
        where T : class
    {
        if (LoneSurrogate.IndexIn(json) is >= 0 and var index)
        {
            var place = TextPlace.OfCharacter(json, index);
            return Failed<T>(FindingCodes.InvalidCharacter, $"The text holds half of a surrogate pair at {place}; remove or retype that character.");
        }

        return Read<T>(Encoding.UTF8.GetBytes(json), limits);
    }

    /// <param name="utf8">The JSON in UTF-8, with or without byte order mark.</param>
    public static JsonReading<T> Read<T>(ReadOnlyMemory<byte> utf8, StrictJsonLimits? limits = null)
        where T : class
    {
        limits ??= StrictJsonLimits.Default;
        utf8 = WithoutByteOrderMark(utf8);
        if (utf8.Length > limits.MaxBytes)
        {
            return Failed<T>(FindingCodes.TooLong, $"The JSON has {utf8.Length} bytes; at most {limits.MaxBytes} are read. Shorten it, for example its samples.");
        }

        if (InvalidUtf8.FirstPlace(utf8.Span) is { } badByte)
        {
            return Failed<T>(FindingCodes.InvalidCharacter, $"The text is not UTF-8 at {badByte}; save it as UTF-8 and send it again.");
        }

        try
        {
            return ReadChecked<T>(utf8, limits);
        }
        catch (JsonException malformed)
        {
            return Failed<T>(FindingCodes.Malformed, MalformedJson.Sentence(malformed, utf8.Span));
        }
    }

    private static JsonReading<T> ReadChecked<T>(ReadOnlyMemory<byte> utf8, StrictJsonLimits limits)
        where T : class
    {
        var findings = new FindingList(limits.MaxFindings);
        using (var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = limits.MaxDepth }))
        {
            new ShapeChecker(DefinitionJson.Options, findings).Check(document.RootElement, typeof(T), path: "", nullable: false);
        }

        return findings.IsEmpty
            ? new JsonReading<T>(JsonSerializer.Deserialize<T>(utf8.Span, DefinitionJson.Options), [])
            : new JsonReading<T>(null, findings.ToList()) { Mended = MendedJson.Read<T>(utf8.Span, findings.ToList()) };
    }

    private static JsonReading<T> Failed<T>(string code, string message)
        where T : class => new(null, [new Finding("", code, message)]);

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> utf8) =>
        utf8.Span.StartsWith(Encoding.UTF8.Preamble) ? utf8[3..] : utf8;
}
