using System.Globalization;
using ApiAdmin.Core.Invocation.History.Comparison;

namespace ApiAdmin.Tests.Invocation.History;

public sealed class LineDiffTests
{
    [Theory]
    [InlineData("a b c", "a b c", " a, b, c")]
    [InlineData("a b c", "a x c", " a,-b,+x, c")]
    [InlineData("a b", "a b c", " a, b,+c")]
    [InlineData("b c", "a b c", "+a, b, c")]
    [InlineData("a b c a b b a", "c b a b a c", "-a,-b, c,+b, a, b,-b, a,+c")]
    [InlineData("a", "b", "-a,+b")]
    public void Of_TwoTexts_IsTheShortestWay(string left, string right, string lines) =>
        Assert.Equal(lines, string.Join(',', LineDiff.Of(Lines(left), Lines(right)).Select(Shown)));

    [Fact]
    public void Of_AnyTwoTexts_LeadsFromOneToTheOther()
    {
        var random = new Random(4711);
        for (var round = 0; round < 300; round++)
        {
            var (left, right) = (Any(random), Any(random));
            var lines = LineDiff.Of(left, right);

            Assert.Equal(left, string.Join('\n', lines.Where(line => line.Change != LineChange.Added).Select(line => line.Text)));
            Assert.Equal(right, string.Join('\n', lines.Where(line => line.Change != LineChange.Removed).Select(line => line.Text)));
        }
    }

    [Fact]
    public void Of_TextsWithNothingInCommon_EndsWithinItsBound()
    {
        var (left, right) = (Numbers(0), Numbers(50_000));

        var lines = LineDiff.Of(left, right);

        Assert.Equal((20_000, 20_000), (lines.Count(line => line.Change == LineChange.Removed), lines.Count(line => line.Change == LineChange.Added)));
    }

    private static string Numbers(int from) => string.Join('\n', Enumerable.Range(from, 20_000).Select(n => n.ToString(CultureInfo.InvariantCulture)));

    private static string Any(Random random) => string.Join('\n', Enumerable.Range(0, random.Next(0, 30)).Select(_ => (char)('a' + random.Next(4))));

    private static string Lines(string words) => words.Replace(' ', '\n');

    private static string Shown(DiffLine line) => (line.Change switch { LineChange.Added => "+", LineChange.Removed => "-", _ => " " }) + line.Text;
}
