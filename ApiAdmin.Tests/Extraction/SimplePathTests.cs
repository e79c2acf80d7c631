using ApiAdmin.Core;
using ApiAdmin.Core.Extraction;

namespace ApiAdmin.Tests.Extraction;

public sealed class SimplePathTests
{
    [Theory]
    [InlineData("$", "$")]
    [InlineData("$.a.b[0]['c']", "$.a.b[0].c")]
    [InlineData("$[\"a b\"][-1]", "$['a b'][-1]")]
    [InlineData("$['it\\'s']", "$['it\\'s']")]
    [InlineData("$.名称._x", "$.名称._x")]
    [InlineData("$['']", "$['']")]
    public void Parse_Singular_IsUnderstood(string text, string canonical) =>
        Assert.Equal(canonical, SimplePath.Parse(text).Path?.ToString());

    [Theory]
    [InlineData("", 1, FindingCodes.Malformed)]
    [InlineData("a.b", 1, FindingCodes.Malformed)]
    [InlineData("$.a.", 5, FindingCodes.Malformed)]
    [InlineData("$.0", 3, FindingCodes.Malformed)]
    [InlineData("$['a", 3, FindingCodes.Malformed)]
    [InlineData("$[01]", 3, FindingCodes.Malformed)]
    [InlineData("$[0", 4, FindingCodes.Malformed)]
    [InlineData("$.a b", 4, FindingCodes.Malformed)]
    [InlineData("$[99999999999]", 3, FindingCodes.Malformed)]
    [InlineData("$..a", 2, FindingCodes.NotYetSupported)]
    [InlineData("$.*", 3, FindingCodes.NotYetSupported)]
    [InlineData("$[*]", 3, FindingCodes.NotYetSupported)]
    [InlineData("$[?@.a]", 3, FindingCodes.NotYetSupported)]
    [InlineData("$[0:2]", 4, FindingCodes.NotYetSupported)]
    [InlineData("$[:2]", 3, FindingCodes.NotYetSupported)]
    [InlineData("$['a','b']", 6, FindingCodes.NotYetSupported)]
    public void Parse_AnythingElse_NamesThePosition(string text, int position, string code)
    {
        var error = SimplePath.Parse(text).Error!;

        Assert.Equal((position, code), (error.Position, error.Code));
    }

    [Fact]
    public void Parse_CountingTooFarFromTheEnd_IsRefused() =>
        Assert.Equal(FindingCodes.OutOfRange, SimplePath.Parse("$[-101]").Error!.Code);
}
