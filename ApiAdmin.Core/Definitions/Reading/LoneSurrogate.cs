using System.Buffers;
using System.Text;

namespace ApiAdmin.Core.Definitions.Reading;

/// <summary>Half of a surrogate pair: no encoding can write it, so such text could not be stored or sent unchanged.</summary>
internal static class LoneSurrogate
{
    /// <returns>The index of the first one, or -1.</returns>
    public static int IndexIn(ReadOnlySpan<char> text)
    {
        for (var index = text.IndexOfAnyInRange('\uD800', '\uDFFF'); index >= 0 && index < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text[index..], out _, out var length) != OperationStatus.Done)
            {
                return index;
            }

            index += length;
        }

        return -1;
    }
}
