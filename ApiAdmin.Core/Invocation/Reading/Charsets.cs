using System.Collections.Frozen;
using System.Text;

namespace ApiAdmin.Core.Invocation.Reading;

/// <summary>A character set under its standard's name in lower case (<c>gbk</c>), and what decodes it.</summary>
public sealed record Charset(string Name, Encoding Encoding);

/// <summary>Character sets by their IANA names and the aliases servers really send. An unknown one is null, never an exception.</summary>
public static class Charsets
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The standard's labels by encoding (WHATWG Encoding, section 4.2), and what else servers really send.</summary>
    private static readonly FrozenDictionary<string, string> Aliases = new Dictionary<string, string>
    {
        ["utf-8"] = "utf8 unicode-1-1-utf-8 utf-8-sig utf8mb4 unicode11utf8 unicode20utf8 x-unicode20utf8",
        ["utf-16le"] = "utf-16 utf16 utf-16-le utf16le unicode ucs-2 iso-10646-ucs-2 csunicode unicodefeff",
        ["utf-16be"] = "utf-16-be utf16be unicodefffe",
        ["utf-32"] = "utf32",
        ["windows-1252"] = "latin1 latin-1 iso-8859-1 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 us-ascii ascii ansi ansi_x3.4-1968 cp1252 cp819 ibm819 x-cp1252 iso-ir-100 csisolatin1",
        ["windows-1250"] = "cp1250 x-cp1250",
        ["windows-1251"] = "cp1251 x-cp1251",
        ["windows-1253"] = "cp1253 x-cp1253",
        ["windows-1254"] = "cp1254 x-cp1254 iso-8859-9 iso8859-9 iso_8859-9 latin5 l5",
        ["windows-1255"] = "cp1255 x-cp1255",
        ["windows-1256"] = "cp1256 x-cp1256",
        ["windows-1257"] = "cp1257 x-cp1257",
        ["windows-1258"] = "cp1258 x-cp1258",
        ["windows-874"] = "tis-620 iso-8859-11 iso8859-11 dos-874 cp874",
        ["iso-8859-2"] = "latin2 l2 iso8859-2 iso_8859-2",
        ["iso-8859-15"] = "latin9 latin-9 l9 iso8859-15 iso_8859-15",
        ["shift_jis"] = "sjis shift-jis x-sjis ms_kanji ms932 windows-31j cp932 csshiftjis",
        ["euc-jp"] = "eucjp x-euc-jp cseucpkdfmtjapanese",
        ["gbk"] = "gb2312 gb-2312 gb_2312 gb_2312-80 x-gbk cp936 ms936 windows-936 chinese csgb2312 iso-ir-58",
        ["gb18030"] = "gb18030-2000 gb18030-2005 gb18030-2022",
        ["big5"] = "big5-hkscs cn-big5 x-x-big5 csbig5 cp950",
        ["euc-kr"] = "euckr ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 korean cp949 windows-949 cseuckr",
        ["koi8-r"] = "koi8 koi cskoi8r",
        ["koi8-u"] = "koi8-ru",
    }.SelectMany(row => row.Value.Split(' ').Select(label => KeyValuePair.Create(label, row.Key))).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Names that are told as they stand; of any other one the platform's name is told.</summary>
    private static readonly FrozenSet<string> Standard = Aliases.Values.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Where the decoder is not the one of the name: the platform's own for these knows fewer characters than the standard asks for.</summary>
    private static readonly FrozenDictionary<string, string> Decoders = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["gbk"] = "gb18030", ["euc-kr"] = "ks_c_5601-1987", ["utf-16le"] = "utf-16",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly Charset Utf8Charset = new("utf-8", Utf8);

    static Charsets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The character set of a name or alias; null when there is none. UTF-7 is none: it hides markup from whoever looks at the bytes.</summary>
    public static Charset? Find(string? name)
    {
        var label = name?.Trim().ToLowerInvariant() ?? "";
        var canonical = Aliases.GetValueOrDefault(label, label);
        if (canonical.Length == 0 || canonical.StartsWith("utf-7", StringComparison.Ordinal))
        {
            return null;
        }

        if (canonical == Utf8Charset.Name)
        {
            return Utf8Charset;
        }

        try
        {
            var decoder = Encoding.GetEncoding(
                Decoders.GetValueOrDefault(canonical, canonical), EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\ufffd"));
            return new Charset(Standard.Contains(canonical) ? canonical : decoder.WebName.ToLowerInvariant(), decoder);
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
    public static Charset Choose(string? definition, string? header, ReadOnlySpan<byte> start, out int markLength, out string? warning)
    {
        var marked = ByMark(start, out markLength);
        warning = null;
        if (definition is not null && Find(definition) is { } wanted)
        {
            markLength = marked is not null && marked.Encoding.CodePage == wanted.Encoding.CodePage ? markLength : 0;
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

        return Find(header) ?? Utf8Charset;
    }

    private static Charset? ByMark(ReadOnlySpan<byte> start, out int length)
    {
        (var found, length) = start switch
        {
            [0xef, 0xbb, 0xbf, ..] => ((Charset?)Utf8Charset, 3),
            [0xff, 0xfe, 0x00, 0x00, ..] => (Find("utf-32"), 4),
            [0x00, 0x00, 0xfe, 0xff, ..] => (Find("utf-32be"), 4),
            [0xff, 0xfe, ..] => (Find("utf-16le"), 2),
            [0xfe, 0xff, ..] => (Find("utf-16be"), 2),
            _ => (null, 0),
        };
        return found;
    }
}
