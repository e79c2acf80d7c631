using System.Text.Json;

namespace ApiAdmin.Core.Extraction.Json;

/// <summary>The name of a member under the reader, beside one that is looked for.</summary>
internal static class MemberName
{
    public static bool Is(ref Utf8JsonReader reader, byte[] wanted) =>
        reader.ValueIsEscaped ? EscapedIs(ref reader, wanted) : reader.ValueSpan.SequenceEqual(wanted);

    /// <summary>A name with half a surrogate pair is no name that can be looked for.</summary>
    private static bool EscapedIs(ref Utf8JsonReader reader, byte[] wanted)
    {
        try
        {
            return reader.ValueTextEquals(wanted);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
