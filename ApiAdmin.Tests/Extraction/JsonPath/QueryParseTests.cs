using ApiAdmin.Core;
using ApiAdmin.Core.Extraction.JsonPath;

namespace ApiAdmin.Tests.Extraction.JsonPath;

public sealed class QueryParseTests
{
    [Theory]
    [InlineData("$", "$")]
    [InlineData("$.a.b[0]['c']", "$.a.b[0].c")]
    [InlineData("$[\"a b\"][-1]", "$['a b'][-1]")]
    [InlineData("$['it\\'s']", "$['it\\'s']")]
    [InlineData("$.名称._x", "$.名称._x")]
    [InlineData("$['']", "$['']")]
    [InlineData("$ .a [ 1 , 'b' ]", "$.a[1,'b']")]
    [InlineData("$..a[*].*", "$..['a'][*][*]")]
    [InlineData("$[1:], $", null)]
    [InlineData("$[1:][:-1][::2]", "$[1:][:-1][::2]")]
    [InlineData("$[ ? @.a == 'x' && !@.b ]", "$[? @.a == 'x' && !@.b]")]
    public void Parse_Query_IsWrittenAgain(string text, string? written) =>
        Assert.Equal(written, JsonPathQuery.Parse(text).Path?.ToString());

    [Theory]
    [InlineData("", 1, "the path is empty")]
    [InlineData("a.b", 1, "Write $.a.b")]
    [InlineData("$.a.", 5, "a name is missing")]
    [InlineData("$.0", 3, "[0] for an element")]
    [InlineData("$['a", 3, "the quote is not closed")]
    [InlineData("$[01]", 3, "no whole number")]
    [InlineData("$[0", 4, "expected ]")]
    [InlineData("$.items[?@.a>1", 15, "expected ], but the path ends")]
    [InlineData("$.a b", 4, "cannot stand here")]
    [InlineData("$[99999999999999999]", 3, "beyond")]
    [InlineData("$[?@.a=1]", 7, "Write ==")]
    [InlineData("$[?@.a==]", 9, "begins no condition")]
    [InlineData("$[?@.*==1]", 4, "has to be one value")]
    [InlineData("$[?lenght(@.a)==1]", 4, "There are length, count")]
    [InlineData("$[?length(@.*)==1]", 4, "length() takes one value")]
    [InlineData("$[?count(1)==1]", 4, "count() takes one query")]
    [InlineData("$[?length(@.a)]", 4, "Compare it")]
    [InlineData("$[?match(@.a,'x')==true]", 4, "conditions already")]
    [InlineData("$[?'a']", 4, "Compare it")]
    [InlineData("$[?(@.a]", 8, "expected )")]
    [InlineData("$['\\x']", 4, "no escape")]
    [InlineData("$['\\ud800']", 4, "half of a character")]
    [InlineData("$[?@.a == tru]", 11, "'tru' for a text")]
    public void Parse_Broken_NamesPositionAndCure(string text, int position, string cure)
    {
        var error = JsonPathQuery.Parse(text).Error!;

        Assert.Equal((position, FindingCodes.Malformed), (error.Position, error.Code));
        Assert.StartsWith($"At character {position}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(cure, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$[?", "@.a", "]", 65)]
    [InlineData("$[?", "(", "", 65)]
    public void Parse_NestedTooDeep_IsRefused(string start, string repeated, string end, int times)
    {
        var text = repeated == "(" ? start + new string('(', times) : string.Concat(Enumerable.Repeat("$[?@", times)) + repeated + string.Concat(Enumerable.Repeat(end, times));

        Assert.NotNull(JsonPathQuery.Parse(text).Error);
    }

    [Fact]
    public void Parse_TooLong_IsRefused() =>
        Assert.Contains("longer than", JsonPathQuery.Parse("$" + new string('x', 5_000)).Error!.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("$.a[*].b", "$.a[*].b", 0)]
    [InlineData("$.a[1:3].b", "$.a[1:3].b", 0)]
    [InlineData("$.a[-1].b", "$.a[-1].b", 0)]
    [InlineData("$.a[*][-1]", "$.a[*]", 1)]
    [InlineData("$.a[-101]", "$.a", 1)]
    [InlineData("$.a.b[?@.c].d", "$.a.b", 2)]
    [InlineData("$.a[-1][?@.c]", "$.a", 2)]
    [InlineData("$.a[?@.b == $.c]", "$", 2)]
    [InlineData("$.a['b','c']", "$.a", 1)]
    [InlineData("$..a", "$", 1)]
    public void Parse_Query_IsStreamedAsFarAsItCan(string text, string streamed, int rest)
    {
        var query = JsonPathQuery.Parse(text).Path!;

        Assert.Equal((streamed, rest), (query.Streamed.ToString(), query.Rest.Count));
    }
}
