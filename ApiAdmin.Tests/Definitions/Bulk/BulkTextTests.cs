using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support;
using ApiAdmin.Web.Definitions.Bulk;

namespace ApiAdmin.Tests.Definitions.Bulk;

public sealed class BulkTextTests
{
    [Theory]
    [InlineData("Accept: text/html", "Accept", "text/html")]
    [InlineData("  Accept :  text/html  \r", "Accept", "text/html")]
    [InlineData("X-Time: 12:30:00", "X-Time", "12:30:00")]
    [InlineData("Referer: https://a.example/?b=c", "Referer", "https://a.example/?b=c")]
    [InlineData("If-None-Match: \"abc\"", "If-None-Match", "\"abc\"")]
    [InlineData("name=value", "name", "value")]
    [InlineData("name\tvalue", "name", "value")]
    [InlineData("empty:", "empty", "")]
    [InlineData("first name: Ana", "first name", "Ana")]
    [InlineData("客户: 李娜", "客户", "李娜")]
    [InlineData("\\\"a:b\": x", "a:b", "x")]
    [InlineData("a: \\\"one\\ntwo\\u0000\"", "a", "one\ntwo\0")]
    [InlineData("a: \\\"not closed", "a", "\\\"not closed")]
    public void Read_OfALine_IsOneRow(string line, string name, string value) =>
        Assert.Equal([new TextRow(name, value)], BulkText.Read(line).Rows);

    [Theory]
    [InlineData("# Accept: a")]
    [InlineData("#Accept: a")]
    [InlineData("//Accept: a")]
    public void Read_OfALineSwitchedOff_IsARowSwitchedOff(string line) =>
        Assert.Equal([new TextRow("Accept", "a") { Enabled = false }], BulkText.Read(line).Rows);

    [Theory]
    [InlineData("HTTP/1.1 200 OK")]
    [InlineData(":method: GET")]
    [InlineData("{ \"a\": 1,")]
    [InlineData("<a href='x: y'>")]
    [InlineData("https://x.example/a")]
    [InlineData("nothing at all")]
    [InlineData("# a comment")]
    [InlineData(": no name")]
    public void Read_OfRubbish_KeepsTheLine(string line)
    {
        var read = BulkText.Read($"a: 1\n\n{line}\nb: 2");

        Assert.Equal([new TextRow("a", "1"), new TextRow("b", "2")], read.Rows);
        Assert.Equal([new UnreadLine(3, line)], read.Unread);
    }

    [Theory]
    [InlineData("a=1&b=x%20y+z")]
    [InlineData("?a=1&b=x%20y+z")]
    [InlineData("https://x.example/p?a=1&b=x%20y+z#top")]
    public void Read_OfAQuery_IsItsDecodedPairs(string query) =>
        Assert.Equal([new TextRow("a", "1"), new TextRow("b", "x y z")], BulkText.Read(query).Rows);

    [Fact]
    public void Read_OfAQueryWithAnEmptyAndABrokenValue_KeepsThem() =>
        Assert.Equal([new TextRow("a", ""), new TextRow("b", "100%")], BulkText.Read("?a=&b=100%").Rows);

    [Fact]
    public void Read_OfAQueryWithANameTwice_IsOneRowOfSeveralValues() =>
        Assert.Equal([new TextRow("id", """["1","\"2"]""") { Type = ParamType.Array }, new TextRow("b", "3")], BulkText.Read("id=1&b=3&id=%222").Rows);

    [Fact]
    public void Read_OfAJsonObject_KeepsTypesAndDigits() => Assert.Equal(
        [
            new TextRow("s", "x\ny"), new TextRow("i", "12345678901234567890") { Type = ParamType.Integer }, new TextRow("n", "1.00") { Type = ParamType.Number },
            new TextRow("b", "true") { Type = ParamType.Boolean }, new TextRow("none", ""), new TextRow("o", """{"a":{}}""") { Type = ParamType.Object },
            new TextRow("l", "[1, 2]") { Type = ParamType.Array },
        ], BulkText.Read("""{"s":"x\ny","i":12345678901234567890,"n":1.00,"b":true,"none":null,"o":{"a":{}},"l":[1, 2]}""").Rows);

    [Fact]
    public void Read_OfExportedRows_KeepsSwitchesAndDescriptions() => Assert.Equal(
        [new TextRow("a", "1") { Description = "one" }, new TextRow("b", "") { Enabled = false }],
        BulkText.Read("""[{"key":"a","value":"1","description":"one"},{"name":"b","disabled":true}]""").Rows);

    [Theory]
    [InlineData("a\t1\nb\t2\n")]
    [InlineData("a\t1\r\nb\t2\r\n")]
    [InlineData("a\t1\t\r\n\t\t\r\nb\t2")]
    [InlineData("Name\tValue\r\na\t1\r\nb\t2")]
    public void Read_OfCells_IsARowForEachLine(string cells) =>
        Assert.Equal([("a", "1"), ("b", "2")], BulkText.Read(cells).Rows.Select(row => (row.Name, row.Value)));

    [Fact]
    public void Read_OfCellsWithQuotes_KeepsTabsLinesAndQuotes() => Assert.Equal(
        [new TextRow("a", "one\ntwo\t\"three\"") { Description = "d" }, new TextRow("b", "5\" pipe") { Description = "" }],
        BulkText.Read("a\t\"one\ntwo\t\"\"three\"\"\"\td\nb\t5\" pipe\t").Rows);

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\n")]
    public void Read_OfNothing_IsNothing(string text)
    {
        var read = BulkText.Read(text);
        Assert.Empty(read.Rows);
        Assert.Empty(read.Unread);
    }

    [SkippableFact]
    public void Read_OfEveryNaughtyString_NeverThrowsAndLosesNoLine()
    {
        foreach (var text in NaughtyStrings.Read())
        {
            var read = BulkText.Read(text);
            Assert.True(string.IsNullOrWhiteSpace(text.Trim('\uFEFF')) || read.Rows.Count + read.Unread.Count > 0, text);
        }
    }
}
