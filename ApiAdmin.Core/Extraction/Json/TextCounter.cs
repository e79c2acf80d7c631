using System.Runtime.InteropServices;
using System.Text;

namespace ApiAdmin.Core.Extraction.Json;

/// <summary>Counts lines and characters as the text goes by, both from 1.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct TextCounter
{
    public int Line { get; private set; }

    public int Column { get; private set; }

    public static TextCounter At(int line, int column) => new() { Line = line, Column = column };

    public void Start() => (Line, Column) = (1, 1);

    /// <param name="utf8">The next bytes, cut between characters.</param>
    public void Advance(ReadOnlySpan<byte> utf8)
    {
        var lastBreak = utf8.LastIndexOf((byte)'\n');
        if (lastBreak >= 0)
        {
            Line += utf8[..(lastBreak + 1)].Count((byte)'\n');
            Column = 1;
            utf8 = utf8[(lastBreak + 1)..];
        }

        Column += Encoding.UTF8.GetCharCount(utf8);
    }
}
