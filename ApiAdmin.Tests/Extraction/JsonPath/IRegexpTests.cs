using System.Diagnostics;
using ApiAdmin.Core.Extraction.JsonPath;

namespace ApiAdmin.Tests.Extraction.JsonPath;

public sealed class IRegexpTests
{
    [Theory]
    [InlineData("a.c", "abc", true)]
    [InlineData("a.c", "a😀c", true)]
    [InlineData("a..c", "a😀c", false)]
    [InlineData("a.c", "a\nc", false)]
    [InlineData("[^a]", "😀", true)]
    [InlineData("[😀-😂]", "😁", true)]
    [InlineData("[😀-😂]", "😎", false)]
    [InlineData("[^😀-😂]", "😁", false)]
    [InlineData("\\p{L}+", "naïve漢𝒳", true)]
    [InlineData("\\p{Lu}", "a", false)]
    [InlineData("\\P{L}", "😀", true)]
    [InlineData("[\\p{Nd}_-]*", "12_-3", true)]
    [InlineData("[-a]+", "-a", true)]
    [InlineData("^a$", "a", true)]
    [InlineData("[$]a[.^]", "$a^", true)]
    [InlineData("a{2,3}", "aaaa", false)]
    [InlineData("a{2,}", "aaaa", true)]
    [InlineData("(a|b)?c", "bc", true)]
    [InlineData("\\(\\.\\)", "(.)", true)]
    [InlineData("", "", true)]
    [InlineData("a|", "", true)]
    public void Match_Pattern_IsThatOfTheRfc(string pattern, string text, bool matches) =>
        Assert.Equal(matches, IRegexp.Create(pattern, isWhole: true)!.IsMatch(text));

    [Theory]
    [InlineData("\\d")]
    [InlineData("(?=a)")]
    [InlineData("(?i)a")]
    [InlineData("a**")]
    [InlineData("*a")]
    [InlineData("a{3,2}")]
    [InlineData("a{,2}")]
    [InlineData("a{")]
    [InlineData("[]")]
    [InlineData("[a")]
    [InlineData("[b-a]")]
    [InlineData("[a-\\p{L}]")]
    [InlineData("(a")]
    [InlineData("a)")]
    [InlineData("\\p{Xx}")]
    [InlineData("\\p{Cs}")]
    [InlineData("\\")]
    [InlineData("\\1")]
    [InlineData("a{1000}{1000}")]
    public void Create_NoIRegexp_IsRefused(string pattern) => Assert.Null(IRegexp.Create(pattern, isWhole: false));

    [Fact]
    public void IsMatch_PatternThatWouldBacktrackForEver_IsQuick()
    {
        var pattern = IRegexp.Create("(a*)*b", isWhole: true)!;
        var watch = Stopwatch.StartNew();

        Assert.False(pattern.IsMatch(new string('a', 100_000)));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
    }
}
