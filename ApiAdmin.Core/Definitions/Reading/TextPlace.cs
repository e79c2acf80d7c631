using System.Text;

namespace ApiAdmin.Core.Definitions.Reading;

/// <summary>A place in a text as people count it: lines and columns from 1, columns in characters.</summary>
public sealed record TextPlace(int Line, int Column)
{
    public static TextPlace OfCharacter(ReadOnlySpan<char> text, int index)
    {
        var before = text[..Math.Clamp(index, 0, text.Length)];
        var lineStart = before.LastIndexOf('\n') + 1;
        return new TextPlace(before.Count('\n') + 1, before.Length - lineStart + 1);
    }

    public static TextPlace OfByte(ReadOnlySpan<byte> utf8, int index)
    {
        var before = utf8[..Math.Clamp(index, 0, utf8.Length)];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new TextPlace(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }

    public override string ToString() => $"line {Line}, column {Column}";
}
