using System.Text;
using System.Text.Json;

namespace ApiAdmin.Core.Definitions.Templates;

/// <summary>Tells which references stand inside JSON strings, and whether the rest is JSON.</summary>
internal static class JsonTemplateCheck
{
    public static List<TemplatePart> Place(string text, List<TemplatePart> parts, List<TemplateError> errors)
    {
        var inString = false;
        var placed = new List<TemplatePart>(parts.Count);
        var sample = new StringBuilder(text.Length);
        foreach (var part in parts)
        {
            if (part is TemplateReference reference)
            {
                // Of the same length, so that positions stay; null makes "1{{x}}" the error that it would be.
                sample.Append((inString ? "x" : "null").PadRight(reference.Source.Length, inString ? 'x' : ' '));
                placed.Add(reference with { Place = inString ? TemplatePlace.JsonString : TemplatePlace.JsonValue });
                continue;
            }

            var literal = ((TemplateLiteral)part).Text;
            sample.Append(literal);
            inString = EndsInString(literal, inString);
            placed.Add(part);
        }

        Check(sample.ToString(), errors);
        return placed;
    }

    private static bool EndsInString(string literal, bool inString)
    {
        for (var i = 0; i < literal.Length; i++)
        {
            if (inString && literal[i] == '\\')
            {
                i++;
            }
            else if (literal[i] == '"')
            {
                inString = !inString;
            }
        }

        return inString;
    }

    private static void Check(string sample, List<TemplateError> errors)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(sample), new JsonReaderOptions { MaxDepth = 64 });
            while (reader.Read())
            {
            }
        }
        catch (JsonException exception)
        {
            var index = IndexOf(sample, exception);
            errors.Add(TextPosition.Error(sample, index, $"The template is not JSON here. {Sentence(exception)}"));
        }
    }

    private static int IndexOf(string sample, JsonException exception)
    {
        var start = TextPosition.LineStart(sample, exception.LineNumber ?? 0);
        var bytes = exception.BytePositionInLine ?? 0;
        var index = start;
        while (index < sample.Length && bytes > 0)
        {
            Rune.DecodeFromUtf16(sample.AsSpan(index), out var rune, out var used);
            bytes -= rune.Utf8SequenceLength;
            index += used;
        }

        return index;
    }

    // The reader's own sentence, without the position it appends.
    private static string Sentence(JsonException exception)
    {
        var end = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? exception.Message : exception.Message[..end];
    }
}
