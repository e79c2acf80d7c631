using System.Globalization;
using System.Text;
using ApiAdmin.Core.Invocation.Reading;

namespace ApiAdmin.Tests.Invocation.Reading;

public sealed class JsonTableTests
{
    [Theory]
    [InlineData("""[{"a":1}]""", "$")]
    [InlineData("""{"ok":true,"data":{"items":[{"a":1}]}}""", "$.data.items")]
    [InlineData("""{"links":[{"b":9}],"x":[{"a":1,"tags":[{"t":1},{"t":2},{"t":3}]},{"a":2}]}""", "$.x")]
    [InlineData("""{"a b":[[],[{"a":1}]]}""", "$['a b'][*]")]
    [InlineData("\uFEFF[{\"a\":1},{\"a\":2}", "$")]
    public async Task Read_ABodyWithObjects_TakesTheLargestArray(string body, string path)
    {
        var table = await ReadAsync(body);

        Assert.Equal(path, table!.Path);
        Assert.Equal("1", table.Rows[0][table.Columns.ToList().IndexOf("a")]);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[1,2,{}]")]
    [InlineData("{\"a\":1}")]
    [InlineData("no json")]
    [InlineData("")]
    public async Task Read_ABodyWithoutSuch_IsNull(string body) => Assert.Null(await ReadAsync(body));

    [Fact]
    public async Task Read_RowsOfSeveralShapes_HaveACellForEachMember()
    {
        var table = await ReadAsync("""[{"id":12345678901234567890,"name":"李娜"},{"name":"\ud800","more":{"x":[1, 2]}},{"id":null,"name":"LONG"}]""".Replace("LONG", new string('x', 300), StringComparison.Ordinal));

        Assert.Equal(["id", "name", "more"], table!.Columns);
        Assert.Equal(["12345678901234567890", "李娜", null], table.Rows[0]);
        Assert.Equal([null, "\"\\ud800\"", """{"x":[1, 2]}"""], table.Rows[1]);
        Assert.Equal(["null", new string('x', 200) + "…", null], table.Rows[2]);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gbk")]
    [InlineData("utf-16le")]
    public async Task Read_APageFarBehind_HasItsRowsInAnyCharset(string charset)
    {
        var rows = string.Join(",\n ", Enumerable.Range(1, 20_000).Select(n => string.Create(CultureInfo.InvariantCulture, $$"""{"n":{{n}},"name":"客户","note":"{}[]\""}""")));
        var body = Charsets.Find(charset)!.Encoding.GetBytes($$"""{"data":[{{rows}}]}""");

        var table = await JsonTable.ReadAsync(new BodyContent(new MemoryStream(body), charset), 321, default);

        Assert.Equal(("$.data", 20_000, 50), (table!.Path, table.Total, table.Rows.Count));
        Assert.Equal(["16001", "客户", "{}[]\""], table.Rows[0]);
        Assert.Equal("16050", table.Rows[49][0]);
    }

    private static Task<TablePage?> ReadAsync(string body) =>
        JsonTable.ReadAsync(new BodyContent(new MemoryStream(Encoding.UTF8.GetBytes(body)), "utf-8"), 1, default);
}
