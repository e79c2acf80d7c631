using System.Text;
using ApiAdmin.Core.Invocation.Reading;

namespace ApiAdmin.Tests.Invocation.Reading;

public sealed class CharsetTests
{
    static CharsetTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, string?, string?, byte[], string> Rows => new()
    {
        { "alias", null, "utf8", Encoding.UTF8.GetBytes("李 é"), "李 é" },
        { "unknown name", null, "bogus", Encoding.UTF8.GetBytes("李"), "李" },
        { "arabic", null, "windows-1256", Encoding.GetEncoding(1256).GetBytes("مرحبا"), "مرحبا" },
        { "cyrillic", null, "windows-1251", Encoding.GetEncoding(1251).GetBytes("Привет"), "Привет" },
        { "chinese", null, "GBK", Encoding.GetEncoding("gb18030").GetBytes("客户"), "客户" },
        { "traditional chinese", null, "big5", Encoding.GetEncoding("big5").GetBytes("客戶"), "客戶" },
        { "japanese", null, "Shift_JIS", Encoding.GetEncoding("shift_jis").GetBytes("顧客"), "顧客" },
        { "latin", null, "latin1", [0x63, 0x61, 0x66, 0xe9], "café" },
        { "mark of UTF-8 against the header", null, "iso-8859-1", [0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes("é")], "é" },
        { "mark of UTF-16", null, null, [0xff, 0xfe, .. Encoding.Unicode.GetBytes("é😀")], "é😀" },
        { "bad bytes", null, "utf-8", [0x61, 0xff, 0x62, 0xe6, 0x9d], "a\ufffdb\ufffd" },
        { "definition against the header", "gbk", "utf-8", Encoding.GetEncoding("gb18030").GetBytes("客户"), "客户" },
        { "no name, UTF-7 is refused", null, "utf-7", "+ADw-"u8.ToArray(), "+ADw-" },
        { "pair of surrogates", null, "gb18030", Encoding.GetEncoding("gb18030").GetBytes("😀"), "😀" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Write_InChunksOfAnySize_GivesTheSameText(string row, string? definition, string? header, byte[] bytes, string expected)
    {
        for (var size = 1; size <= bytes.Length; size++)
        {
            var sink = new Collector();
            using var transcoder = new Utf8Transcoder(definition, header, sink);
            foreach (var chunk in bytes.Chunk(size))
            {
                await transcoder.WriteAsync(chunk);
            }

            await transcoder.CompleteAsync();

            Assert.Equal((row, size, expected), (row, size, Encoding.UTF8.GetString(sink.Bytes.ToArray())));
        }
    }

    [Theory]
    [InlineData("GBK", "gbk")]
    [InlineData("gb2312", "gbk")]
    [InlineData("gb18030", "gb18030")]
    [InlineData("utf8", "utf-8")]
    [InlineData("UTF-8", "utf-8")]
    [InlineData("utf-16", "utf-16le")]
    [InlineData("UTF-16BE", "utf-16be")]
    [InlineData("latin1", "windows-1252")]
    [InlineData("ISO-8859-1", "windows-1252")]
    [InlineData("us-ascii", "windows-1252")]
    [InlineData("cp1256", "windows-1256")]
    [InlineData("windows-1256", "windows-1256")]
    [InlineData("windows-1251", "windows-1251")]
    [InlineData("x-sjis", "shift_jis")]
    [InlineData("Shift_JIS", "shift_jis")]
    [InlineData("EUC-JP", "euc-jp")]
    [InlineData("ks_c_5601-1987", "euc-kr")]
    [InlineData("Big5", "big5")]
    [InlineData("tis-620", "windows-874")]
    [InlineData("koi8-r", "koi8-r")]
    [InlineData("iso-8859-15", "iso-8859-15")]
    [InlineData("iso-8859-5", "iso-8859-5")]
    public void Find_LabelOfTheStandard_HasItsEncodingsName(string label, string name) => Assert.Equal(name, Charsets.Find(label)?.Name);

    [Theory]
    [InlineData("utf-7")]
    [InlineData("bogus")]
    [InlineData("")]
    [InlineData(null)]
    public void Find_NoCharset_IsNull(string? label) => Assert.Null(Charsets.Find(label));

    [Fact]
    public void Find_Korean_KnowsTheSyllablesBeyondTheOldNational() =>
        Assert.Equal("똠", Charsets.Find("euc-kr")!.Encoding.GetString([0x8c, 0x63]));

    [Fact]
    public async Task Write_UnknownCharsetInTheHeader_Warns()
    {
        using var transcoder = new Utf8Transcoder(null, "bogus", new Collector());
        await transcoder.CompleteAsync();

        Assert.Contains("\"bogus\"", transcoder.Warning);
    }

    private sealed class Collector : IUtf8Sink
    {
        public MemoryStream Bytes { get; } = new();

        public bool HasEnough => false;

        public ValueTask WriteAsync(ReadOnlyMemory<byte> utf8) => Bytes.WriteAsync(utf8);
    }
}
