using System.Globalization;
using System.Text.Json;

namespace ApiAdmin.Core.Extraction.Json;

/// <summary>Why a body cannot be read, as the rest of the sentence "The body is not JSON: …".</summary>
/// <param name="Line">From 1; null where no place can be named.</param>
/// <param name="Column">In bytes, from 1.</param>
internal sealed record BodyFault(string Message, int? Line = null, int? Column = null)
{
    public static BodyFault TooManyTokens { get; } =
        new(string.Create(CultureInfo.InvariantCulture, $"it has more than {JsonBody.MostTokens:N0} names and values. Ask the other side for less at a time."));

    public static BodyFault TokenTooLarge { get; } =
        new("a single value in it is larger than 8 MiB. Ask the other side for less at a time.");

    public static BodyFault Of(JsonException exception)
    {
        var (line, column) = ((int)(exception.LineNumber ?? 0) + 1, (int)(exception.BytePositionInLine ?? 0) + 1);
        var end = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var what = end < 0 ? exception.Message : exception.Message[..end];
        if (what.Contains("invalid JSON literal", StringComparison.Ordinal))
        {
            // The reader quotes what it has of the word, which depends on where the chunks were cut.
            what = "a word that is none of JSON's (true, false, null)";
        }

        return new BodyFault(string.Create(CultureInfo.InvariantCulture, $"line {line}, column {column}: {what}"), line, column);
    }
}
