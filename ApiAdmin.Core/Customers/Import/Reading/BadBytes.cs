using System.Text;
using ApiAdmin.Core.Invocation.Reading;

namespace ApiAdmin.Core.Customers.Import.Reading;

/// <summary>
/// Decoding that marks bytes which are no text by U+FFFF, which no text holds; the usual mark U+FFFD may stand in a file rightly.
/// </summary>
internal static class BadBytes
{
    private const char Mark = '\uFFFF';

    /// <exception cref="InvalidException">There is no such character set.</exception>
    public static Encoding Decoding(string charset)
    {
        var known = Charsets.Find(charset) ?? throw new InvalidException([new Finding(
            "charset", FindingCodes.UnknownValue, $"There is no encoding {Quoted.Text(charset)}; give one such as utf-8, gb18030 or windows-1252.")]);
        return Encoding.GetEncoding(known.Encoding.CodePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback(Mark.ToString()));
    }

    public static bool Stand(string text) => text.Contains(Mark, StringComparison.Ordinal);
}
