using System.Text;
using System.Text.Json;

namespace ApiAdmin.Core.Invocation.Reading.Tree;

/// <summary>What a token says, whatever is in it.</summary>
internal static class TokenText
{
    /// <summary>Of a name or text without its escapes, of anything else as it is written.</summary>
    public static string Of(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
        {
            try
            {
                return reader.GetString()!;
            }
            catch (InvalidOperationException)
            {
                // Half of a surrogate pair, or bytes that are no UTF-8: told as they are written.
            }
        }

        return Encoding.UTF8.GetString(reader.ValueSpan);
    }

    /// <summary>The beginning of it, without making a text of all of a long one.</summary>
    public static string Beginning(ref Utf8JsonReader reader, int most)
    {
        if (reader.ValueSpan.Length <= most * 6)
        {
            return Cut(Of(ref reader), most);
        }

        return Cut(Encoding.UTF8.GetString(reader.ValueSpan[..(most * 6)]), most);
    }

    private static string Cut(string text, int most) =>
        text.Length <= most ? text : $"{text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)]}…";
}
