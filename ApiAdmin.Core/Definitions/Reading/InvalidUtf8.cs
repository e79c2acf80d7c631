using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace ApiAdmin.Core.Definitions.Reading;

/// <summary>Finds the first byte that is not UTF-8: the JSON reader would accept it and throw when the text is used.</summary>
internal static class InvalidUtf8
{
    public static TextPlace? FirstPlace(ReadOnlySpan<byte> utf8)
    {
        if (Utf8.IsValid(utf8))
        {
            return null;
        }

        var index = 0;
        while (Rune.DecodeFromUtf8(utf8[index..], out _, out var length) == OperationStatus.Done)
        {
            index += length;
        }

        return TextPlace.OfByte(utf8, index);
    }
}
