using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support;
using ApiAdmin.Web.Definitions.Bulk;

namespace ApiAdmin.Tests.Definitions.Bulk;

public sealed class ParamTextTests
{
    private static readonly ParamText<RequestParam> Text = new(() => Query(""));

    private static readonly RequestParam[] Rows =
    [
        new() { Name = "orderId", In = ParamPlace.Path, Required = true, Example = RawJson.String("A-1"), Description = "On the receipt" },
        new() { Name = "lang", In = ParamPlace.Query, Enabled = false, Value = Constant("zh-CN") },
        new() { Name = "pin", In = ParamPlace.Query, Sensitive = true, Value = new CallerValue { Input = "code" } },
        new() { Name = "page", In = ParamPlace.Query, Type = ParamType.Integer, Value = new ConstantValue { Value = RawJson.Parse("5") } },
        new() { Name = "now", In = ParamPlace.Query, Value = new SystemValue { Name = "now" } },
        new() { Name = "key", In = ParamPlace.Body, Value = new SecretValue { Name = "token" } },
        new() { Name = "ids", In = ParamPlace.Query, Type = ParamType.Array, Style = ArrayStyle.Comma, Value = new ConstantValue { Value = RawJson.Parse("[1,\n2]") } },
    ];

    [Fact]
    public void Write_OfEveryKindOfRow_IsALineEach() => Assert.Equal(
        """
        orderId: {orderId}
        # lang: zh-CN
        pin: {code}
        page: 5
        now: {{system.now}}
        key: {{secrets.token}}
        ids: \"[1,\n2]"

        """, Text.Write(Rows));

    [Fact]
    public void Merge_OfTheTextAsItWas_IsTheRowsAsTheyWere() => Assert.Equal(Rows, Merge(Text.Write(Rows)));

    [Fact]
    public void Merge_OfLinesInAnotherOrder_TakesEverythingAlong() =>
        Assert.Equal(Rows.Reverse(), Merge(string.Join('\n', Text.Write(Rows).Split('\n').Reverse())));

    [Theory]
    [InlineData("pin: {code}", "pin: {other}")]
    [InlineData("pin: {code}", "secretPin: {code}")]
    [InlineData("pin: {code}", "# pin: {code}")]
    public void Merge_OfAChangedLine_KeepsWhatALineDoesNotTell(string before, string after)
    {
        var row = Merge(Text.Write(Rows).Replace(before, after, StringComparison.Ordinal))[2];

        Assert.True(row.Sensitive);
        Assert.Equal(after, LineRows.Write(new TextRow(row.Name, $"{{{((CallerValue)row.Value).Input}}}") { Enabled = row.Enabled }));
    }

    [Fact]
    public void Merge_OfAnotherNameForAnInputOfTheSameName_KeepsTheInput() =>
        Assert.Equal(new CallerValue { Input = "orderId" }, Merge(Text.Write(Rows).Replace("orderId: {", "id: {", StringComparison.Ordinal))[0].Value);

    [Fact]
    public void Merge_OfAnotherNumber_StaysANumber()
    {
        var row = Merge(Text.Write(Rows).Replace("page: 5", "page: 6", StringComparison.Ordinal))[3];
        Assert.Equal(Rows[3] with { Value = new ConstantValue { Value = RawJson.Parse("6") } }, row);
    }

    [Fact]
    public void Merge_WithLinesBetweenAndOneLess_MakesNewRowsAndKeepsTheOthers()
    {
        var lines = Text.Write(Rows).Split('\n').ToList();
        lines.RemoveAt(1);
        lines.Insert(3, "limit: 10");
        lines.Insert(0, "X: {{secrets.other}}");

        Assert.Equal(
            [Query("X") with { Value = new SecretValue { Name = "other" } }, Rows[0], Rows[2], Rows[3], Query("limit") with { Value = Constant("10") }, .. Rows[4..]],
            Merge(string.Join('\n', lines)));
    }

    [Fact]
    public void Make_OfATypedRowBesideABodyRow_IsATypedBodyRow() => Assert.Equal(
        new RequestParam { Name = "a", In = ParamPlace.Body, Type = ParamType.Boolean, Value = new ConstantValue { Value = RawJson.Boolean(true) } },
        Text.Make(new TextRow("a", "true") { Type = ParamType.Boolean }, Rows[5]));

    [Fact]
    public void Make_OfAWordInBraces_AsksTheCaller() =>
        Assert.Equal(Query("tel"), Text.Make(new TextRow("tel", "{tel}"), null));

    [SkippableFact]
    public void Merge_WithEveryNaughtyStringAsNameAndValue_GivesThemBack()
    {
        var texts = NaughtyStrings.Read().Concat(["a\ud800b", "\ufeffa", "a\u0085b", "\r", "{", "a=1&b=2", "\\\"", "# x", "//x", "{\"a\":1}", "x\ty"]).ToList();
        var rows = texts.SelectMany(text => new[]
        {
            Query(text) with { Description = "as a name" }, Query("v") with { Value = Constant(text), Sensitive = true }, Query(text) with { Value = Constant(""), Enabled = false },
        }).ToArray();

        Assert.Equal(rows, Merge(Text.Write(rows), rows));
        Assert.All(rows, row => Assert.Equal([row], Merge(Text.Write([row]), [row])));
    }

    [SkippableFact]
    public void Merge_WithEveryNaughtyStringTypedAnew_GivesThemBack()
    {
        foreach (var text in NaughtyStrings.Read())
        {
            var row = Query("a") with { Value = Constant(text) };
            var read = Assert.Single(Merge(Text.Write([row]), []));
            Assert.Equal(text, read.Value is ConstantValue { Value: var value } ? value.ToPlainText() : Text.Write([read])[3..^1]);
        }
    }

    private static IReadOnlyList<RequestParam> Merge(string text, RequestParam[]? before = null)
    {
        var read = BulkText.Read(text);
        Assert.Empty(read.Unread);
        return Text.Merge(before ?? Rows, read.Rows);
    }

    private static RequestParam Query(string name) => new() { Name = name, In = ParamPlace.Query };

    private static ConstantValue Constant(string text) => new() { Value = RawJson.String(text) };
}
