using System.Text;
using ApiAdmin.Core.Invocation.Reading;

namespace ApiAdmin.Tests.Invocation.Reading;

public sealed class BodySearchTests
{
    [Theory]
    [InlineData("Order ORDER order", "oRDer", new long[] { 0, 6, 12 })]
    [InlineData("aaaa", "aa", new long[] { 0, 2 })]
    [InlineData("李娜 & 李", "李", new long[] { 0, 9 })]
    [InlineData("""{"a":"\u674E娜","b":"李娜"}""", "李娜", new long[] { 22 })]
    [InlineData("""{"a":"\u674E\u5a1c"}""", "李娜", new long[] { 6 })]
    [InlineData("abc", "x", new long[0])]
    [InlineData("abc", "", new long[0])]
    [InlineData("ab", "abc", new long[0])]
    public async Task Find_AText_NamesEachPlace(string body, string text, long[] places)
    {
        var found = await FindAsync(Encoding.UTF8.GetBytes(body), text, "utf-8");

        Assert.Equal(places, found.Items.Select(match => match.Offset));
        Assert.False(found.More);
    }

    [Theory]
    [InlineData("gbk", "订单")]
    [InlineData("utf-16le", "A订")]
    [InlineData("windows-1252", "é")]
    public async Task Find_InAnotherCharset_ComparesItsBytes(string charset, string text)
    {
        var encoding = Charsets.Find(charset)!.Encoding;
        var before = encoding.GetBytes("x = ");

        var match = Assert.Single((await FindAsync([.. before, .. encoding.GetBytes(text + ";")], text, charset)).Items);

        Assert.Equal(new BodyMatch(before.Length, encoding.GetByteCount(text)), match);
    }

    [Fact]
    public async Task Find_AcrossEveryEdgeOfWhatIsReadAtOnce_FindsOnceAndWhole()
    {
        const string Needle = "needle-in-a-body";
        for (var shift = 0; shift <= Needle.Length; shift++)
        {
            var body = Enumerable.Repeat((byte)'.', 200_000).ToArray();
            long[] places = [0, (64 * 1024) - shift, (128 * 1024) - shift, body.Length - Needle.Length];
            foreach (var place in places)
            {
                Encoding.ASCII.GetBytes(Needle).CopyTo(body.AsSpan((int)place));
            }

            Assert.Equal(places, (await FindAsync(body, Needle, null)).Items.Select(match => match.Offset));
        }
    }

    [Fact]
    public async Task Find_OfVeryMuch_StopsCountingAndSaysSo()
    {
        var found = await FindAsync(Enumerable.Repeat((byte)'a', 3_000_000).ToArray(), "a", "utf-8");

        Assert.Equal((BodySearch.MostMatches, true), (found.Items.Count, found.More));
        Assert.Equal(999, found.Items[^1].Offset);
    }

    private static Task<BodyMatches> FindAsync(byte[] body, string text, string? charset) =>
        BodySearch.FindAsync(new BodyContent(new MemoryStream(body), charset), text, default);
}
