using System.Globalization;
using System.Text;
using ApiAdmin.Core.Invocation.Reading;
using ApiAdmin.Core.Invocation.Reading.Tree;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Invocation.Reading.Tree;

public sealed class BodyTreeReaderTests
{
    private const string Order = "{\n \"ret_code\": \"000000\",\n \"item\": { \"status\": \"shipped\", \"lines\": [ { \"sku\": \"A\" }, { \"sku\": \"李\", \"n\": 1.00 } ] },\n \"item\": { \"status\": \"late\" }\n}";

    [Fact]
    public async Task Children_OfAnObject_TellNameKindTextAndHowManyAreInside()
    {
        var reader = Of(Order);
        var whole = await reader.OpenAsync((await reader.RootAsync(default))!, default);
        var children = await reader.ChildrenAsync(whole, 0, 10, default);

        Assert.Equal(["$.ret_code 000000 0", "$.item  2", "$.item  1"], children.Select(Said));
        var lines = await reader.OpenAsync((await reader.ChildrenAsync(await reader.OpenAsync(children[1], default), 1, 1, default))[0], default);
        Assert.Equal(["$.item.lines[1]  2"], (await reader.ChildrenAsync(lines, 1, 5, default)).Select(Said));
    }

    [Fact]
    public async Task Children_FarInALongArray_AreReadFromTheNearestMark()
    {
        var reader = Of($"[{string.Join(',', Enumerable.Range(0, 100_000).Select(n => string.Create(CultureInfo.InvariantCulture, $$"""{"n":{{n}},"x":[1,2]}""")))}]");
        var whole = await reader.OpenAsync((await reader.RootAsync(default))!, default);

        Assert.Equal(100_000, whole.Count);
        Assert.Equal(["$[99998]  2", "$[99999]  2"], (await reader.ChildrenAsync(whole, 99_998, 50, default)).Select(Said));
        var last = await reader.OpenAsync((await reader.ChildrenAsync(whole, 99_999, 1, default))[0], default);
        Assert.Equal("$[99999].n 99999 0", Said((await reader.ChildrenAsync(last, 0, 1, default))[0]));
    }

    [Theory]
    [InlineData("$.ret_code", new[] { 0 })]
    [InlineData("$.item.status", new[] { 2, 0 })]
    public async Task Way_ToAPath_IsTheIndexesFromTheTop(string path, int[] way)
    {
        var found = (await Of(Order).TryAsync(path, default)).Paths;

        Assert.Equal(way, await Of(Order).WayAsync(found[0], default));
    }

    [Theory]
    [InlineData(2, 14, new[] { 0 })]
    [InlineData(3, 22, new[] { 1, 0 })]
    [InlineData(3, 69, new[] { 1, 1, 1, 0 })]
    public async Task Way_ToALineAndColumn_IsTheValueThere(int line, int column, int[] way) => Assert.Equal(way, await Of(Order).WayAsync(line, column, default));

    [Fact]
    public async Task Find_AText_LooksInNamesAndValuesAndMindsNoCapitals()
    {
        Assert.Equal([[1, 0], [2, 0]], await Of(Order).FindAsync("STATUS", default));
        Assert.Equal([[1, 1, 1, 0]], await Of(Order).FindAsync("李", default));
    }

    [Fact]
    public async Task Find_APath_TellsHowManyAndWhere()
    {
        var hits = await Of(Order.Replace("\"item\": { \"status\": \"late\" }", "\"x\": 1", StringComparison.Ordinal)).TryAsync("$..sku", default);

        Assert.Equal((2, null), (hits.Count, hits.Problem));
        Assert.Equal(["$.item.lines[0].sku", "$.item.lines[1].sku"], hits.Paths);
    }

    [Fact]
    public async Task Value_OfATextAndOfAnObject_IsWhatItSaysAndItsJson()
    {
        var reader = Of("""{"a":"line\nbreak \"x\"","b":{"n":1.00}}""");
        var children = await reader.ChildrenAsync(await reader.OpenAsync((await reader.RootAsync(default))!, default), 0, 2, default);

        Assert.Equal(("line\nbreak \"x\"", false), await reader.ValueAsync(children[0], default));
        Assert.Equal(("{\"n\":1.00}", false), await reader.ValueAsync(children[1], default));
    }

    [Theory]
    [InlineData("{\"a\":1,\"b\":{\"c\":")]
    [InlineData("[1,2,}")]
    [InlineData("{\"a\":\"\\ud800\",\"b\":")]
    public async Task Open_ABodyThatBreaksOff_TellsWhatStandsBefore(string body)
    {
        var reader = Of(body);
        var whole = await reader.OpenAsync((await reader.RootAsync(default))!, default);

        Assert.True(whole.IsBroken);
        Assert.NotEmpty(await reader.ChildrenAsync(whole, 0, 10, default));
    }

    [SkippableFact]
    public async Task EveryFileOfTheSuite_IsReadWithoutAnException()
    {
        foreach (var file in Directory.EnumerateFiles(CorpusFolder.Path("json-testsuite/test_parsing", "github.com/nst/JSONTestSuite"), "*.json"))
        {
            var reader = new BodyTreeReader(new MemoryStream(await File.ReadAllBytesAsync(file)));
            if (await reader.RootAsync(default) is not { } root || !root.IsBranch)
            {
                continue;
            }

            var whole = await reader.OpenAsync(root, default);
            Assert.True((await reader.ChildrenAsync(whole, 0, 50, default)).Count == Math.Min(50, whole.Count), file);
            await reader.FindAsync("a", default);
            await reader.TryAsync("$..a", default);
        }
    }

    private static string Said(TreeNode node) => $"{node.Path} {node.Text} {node.Count}";

    private static BodyTreeReader Of(string body) => new(new MemoryStream(Encoding.UTF8.GetBytes(body)));
}
