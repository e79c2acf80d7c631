using System.Collections.Frozen;
using System.Text;

namespace ApiAdmin.Core.Invocation.Reading;

/// <summary>Character sets by their IANA names and the aliases servers really send. An unknown one is null, never an exception.</summary>
public static class Charsets
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly FrozenDictionary<string, string> Aliases = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["utf8"] = "utf-8", ["unicode-1-1-utf-8"] = "utf-8", ["utf-8-sig"] = "utf-8", ["utf8mb4"] = "utf-8", ["utf-16-le"] = "utf-16", ["utf16"] = "utf-16",
        ["unicode"] = "utf-16", ["ucs-2"] = "utf-16", ["utf-16le"] = "utf-16", ["utf-16-be"] = "utf-16be", ["latin1"] = "windows-1252",
        ["latin-1"] = "windows-1252", ["iso-8859-1"] = "windows-1252", ["iso8859-1"] = "windows-1252", ["iso_8859-1"] = "windows-1252", ["l1"] = "windows-1252",
        ["us-ascii"] = "windows-1252", ["ascii"] = "windows-1252", ["ansi_x3.4-1968"] = "windows-1252", ["cp1250"] = "windows-1250",
        ["cp1251"] = "windows-1251", ["cp1252"] = "windows-1252", ["cp1253"] = "windows-1253", ["cp1254"] = "windows-1254", ["cp1255"] = "windows-1255",
        ["cp1256"] = "windows-1256", ["cp1257"] = "windows-1257", ["cp1258"] = "windows-1258", ["iso-8859-9"] = "windows-1254", ["latin5"] = "windows-1254",
        ["sjis"] = "shift_jis", ["shift-jis"] = "shift_jis", ["ms_kanji"] = "shift_jis", ["windows-31j"] = "shift_jis", ["cp932"] = "shift_jis",
        ["big5-hkscs"] = "big5", ["cn-big5"] = "big5", ["gb2312"] = "gb18030", ["gbk"] = "gb18030", ["gb_2312-80"] = "gb18030", ["x-gbk"] = "gb18030",
        ["cp936"] = "gb18030", ["euckr"] = "euc-kr", ["ks_c_5601-1987"] = "euc-kr", ["cp949"] = "euc-kr", ["windows-949"] = "euc-kr", ["eucjp"] = "euc-jp",
        ["koi8"] = "koi8-r",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    static Charsets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The decoder of a name or alias; null when there is none. UTF-7 is none: it hides markup from whoever looks at the bytes.</summary>
    public static Encoding? Find(string? name)
    {
        var label = name?.Trim() ?? "";
        var canonical = Aliases.GetValueOrDefault(label, label);
        if (canonical.Length == 0 || canonical.StartsWith("utf-7", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (canonical.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return Utf8;
        }

        try
        {
            return Encoding.GetEncoding(canonical, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\ufffd"));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>
    /// What the body is written in. What the definition says goes first; a byte order mark is proof and goes before the
    /// header, which is often a server's blanket setting; UTF-8 when nothing says anything.
    /// </summary>
    public static Encoding Choose(string? definition, string? header, ReadOnlySpan<byte> start, out int markLength, out string? warning)
    {
        var marked = ByMark(start, out markLength);
        warning = null;
        if (definition is not null && Find(definition) is { } wanted)
        {
            markLength = marked is not null && marked.CodePage == wanted.CodePage ? markLength : 0;
            return wanted;
        }

        if (definition is not null)
        {
            warning = $"The definition's charset \"{definition}\" is not known; the body was read by its header.";
        }

        if (marked is not null)
        {
            return marked;
        }

        if (header is not null && Find(header) is null)
        {
            warning = $"The response names the charset \"{header}\", which is not known; the body was read as UTF-8. Set Charset in the definition if that is wrong.";
        }

        return Find(header) ?? Utf8;
    }

    /// <summary>The charset's name as the report tells it: what was asked for where it is an alias of a superset.</summary>
    public static string NameOf(Encoding encoding) => encoding.WebName;

    private static Encoding? ByMark(ReadOnlySpan<byte> start, out int length)
    {
        (var found, length) = start switch
        {
            [0xef, 0xbb, 0xbf, ..] => ((Encoding?)Utf8, 3),
            [0xff, 0xfe, 0x00, 0x00, ..] => (Encoding.UTF32, 4),
            [0x00, 0x00, 0xfe, 0xff, ..] => (Find("utf-32be"), 4),
            [0xff, 0xfe, ..] => (Encoding.Unicode, 2),
            [0xfe, 0xff, ..] => (Encoding.BigEndianUnicode, 2),
            _ => (null, 0),
        };
        return found;
    }
}
