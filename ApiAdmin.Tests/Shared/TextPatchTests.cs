using System.Globalization;
using ApiAdmin.Web.Shared;

namespace ApiAdmin.Tests.Shared;

public sealed class TextPatchTests
{
    [Theory]
    [InlineData("https://x/?a=1", "https://x/?a=12")]
    [InlineData("aaa", "aa")]
    [InlineData("", "new")]
    [InlineData("all", "")]
    [InlineData("q=😀", "q=😁")]
    [InlineData("😀😁", "😁")]
    [InlineData("a:b", "a:c:b")]
    public void Write_AppliedToTheTextBefore_GivesTheOneAfterAndCutsNoPair(string before, string after)
    {
        var parts = TextPatch.Write(7, before, after).Split(':', 5);
        var at = parts.Take(4).Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToList();

        Assert.Equal((7, before.Length), (at[0], at[1]));
        Assert.Equal(after, before[..at[2]] + parts[4] + before[at[3]..]);
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(parts[4])));
    }

    [Fact]
    public void Write_OfOneKeystrokeInALongText_IsAFewBytes() =>
        Assert.Equal("1:4000:2000:2000:x", TextPatch.Write(1, new string('a', 2000) + new string('b', 2000), new string('a', 2000) + "x" + new string('b', 2000)));
}
