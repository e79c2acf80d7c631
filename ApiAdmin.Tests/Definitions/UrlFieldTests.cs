using ApiAdmin.Core.Definitions;
using ApiAdmin.Web.Definitions.Editing;

namespace ApiAdmin.Tests.Definitions;

/// <summary>The URL's field and the query rows as two views of one thing.</summary>
public sealed class UrlFieldTests
{
    private const string Base = "https://x.example/v1/orders";

    private readonly EditModel model = new();

    [Theory]
    [InlineData("a b&c=d+e#f%20", "a%20b%26c=d%2Be%23f%2520")]
    [InlineData("客户 订单", "客户%20订单")]
    [InlineData("", "")]
    [InlineData("{tel}", "%7Btel%7D")]
    [InlineData("x-{{tel}}", "x-{{tel}}")]
    public void Text_OfAConstant_EscapesOnlyWhatWouldReadOtherwise(string value, string shown)
    {
        Load(Constant("q", value));

        Assert.Equal($"{Base}?q={shown}", model.Url.Text);
        Assert.Equal(Base, model.Current.Url);
    }

    [Fact]
    public void Text_OfRowsFromElsewhereOrSwitchedOff_NamesTheSourceAndLeavesThoseOut()
    {
        Load(
            Row("tel") with { Value = new CallerValue { Input = "phone" } }, Row("at") with { Value = new SystemValue { Name = "now" } },
            Row("key") with { Value = new SecretValue { Name = "token" } }, Constant("off", "1") with { Enabled = false }, Row("id") with { In = ParamPlace.Body });

        Assert.Equal(Base + "?tel={phone}&at={{system.now}}&key={{secrets.token}}", model.Url.Text);
    }

    [Fact]
    public void Undo_AfterAnotherAddressWasTyped_BringsBackTheAddressWithItsRows()
    {
        Load(Constant("a", "1"));
        model.SetUrl("https://other.example/{id}?b=2");
        Assert.Equal("https://other.example/{id}", model.Current.Url);

        model.Parameters.Undo();

        Assert.Equal($"{Base}?a=1", model.Url.Text);
        Assert.Equal("a", Assert.Single(model.Current.Parameters).Name);

        model.Parameters.Redo();

        Assert.Equal("https://other.example/{id}?b=2", model.Url.Text);
        Assert.Equal(["id", "b"], model.Current.Parameters.Select(p => p.Name));
    }

    [Fact]
    public void Undo_OfARowBeforeTheHostWasTyped_TakesTheHostBackFirst()
    {
        Load(Constant("a", "1"));
        var row = model.Parameters.Rows[0];
        model.Parameters.Set(row.Id, row.Value with { Description = "typed" });
        model.SetUrl("https://other.example/?a=1");

        model.Parameters.Undo();
        Assert.Equal((Base, "typed"), (model.Current.Url, model.Current.Parameters[0].Description));

        model.Parameters.Undo();
        Assert.Equal((Base, ""), (model.Current.Url, model.Current.Parameters[0].Description));
    }

    [Theory]
    [InlineData(ArrayStyle.Repeat, "ids=1&ids=2")]
    [InlineData(ArrayStyle.Comma, "ids=1,2")]
    [InlineData(ArrayStyle.Brackets, "ids[]=1&ids[]=2")]
    public void Type_InAList_KeepsItsStyleAndItsNumbers(ArrayStyle style, string query)
    {
        Load(Row("ids") with { Type = ParamType.Array, Style = style, Value = new ConstantValue { Value = RawJson.Parse("[1,2]") } });
        Assert.Equal($"{Base}?{query}", model.Url.Text);

        model.TypeUrl(model.Url.Text + "3");

        Assert.Equal("[1,23]", ((ConstantValue)Assert.Single(model.Current.Parameters).Value).Value.Text);
        Assert.Equal(style, model.Current.Parameters[0].Style);
    }

    [Fact]
    public void Type_LetterByLetter_ChangesOneRowInOneStepAndLeavesTheTextAlone()
    {
        Load(Constant("a", "1"), Row("body") with { In = ParamPlace.Body });
        var id = model.Parameters.Rows[0].Id;
        foreach (var typed in new[] { "&", "&b", "&b=", "&b=2", "&b=2+3" })
        {
            model.TypeUrl($"{Base}?a=1{typed}");
            Assert.Equal($"{Base}?a=1{typed}", model.Url.Text);
        }

        Assert.Equal([("a", "1"), ("b", "2 3"), ("body", "")], Rows());
        Assert.Equal(id, model.Parameters.Rows[0].Id);
        model.SetUrl($"{Base}?a=1&b=2+3");
        Assert.Equal(Base + "?a=1&b=2%203", model.Url.Text);
        model.Parameters.Undo();
        Assert.Equal(Base + "?a=1", model.Url.Text);
    }

    [Fact]
    public void Type_OfANameThatGoesAndComesBack_IsTheSameRowAgain()
    {
        var row = Constant("lang", "en") with { Description = "Of the answer", Required = true };
        Load(row);
        model.TypeUrl(Base);
        Assert.Empty(model.Current.Parameters);

        model.TypeUrl(Base + "?lang=fr");

        Assert.Equal(row with { Value = Constant("", "fr").Value }, Assert.Single(model.Current.Parameters));
    }

    [Fact]
    public void Leave_WithoutAQuery_OffersTheRowsThatHeldMoreThanTheUrlTold()
    {
        var row = Constant("lang", "en") with { Description = "Of the answer" };
        Load(row, Constant("plain", "1"));
        model.SetUrl("https://y.example/v2");
        Assert.Equal([row], model.Url.Parted);

        model.Url.PutBack();

        Assert.Equal("https://y.example/v2?lang=en", model.Url.Text);
        Assert.Empty(model.Url.Parted);
    }

    [Fact]
    public void Rows_RenamedSwitchedOffMovedOrRemoved_ChangeTheUrl()
    {
        Load(Constant("a", "1"), Constant("b", "2"), Constant("b", "3"));
        var ids = model.Parameters.Rows.Select(row => row.Id).ToList();
        model.Parameters.Set(ids[0], Constant("c", "1"));
        Assert.Equal(Base + "?c=1&b=2&b=3", model.Url.Text);
        model.Parameters.Move(ids[2], -2);
        Assert.Equal(Base + "?b=3&c=1&b=2", model.Url.Text);
        model.Parameters.Set(ids[1], Constant("b", "2") with { Enabled = false });
        Assert.Equal(Base + "?b=3&c=1", model.Url.Text);
        model.Parameters.Remove(ids[2]);
        Assert.Equal(Base + "?c=1", model.Url.Text);
    }

    [Fact]
    public void Type_BesideTwoRowsOfOneName_KeepsBoth()
    {
        Load(Constant("a", "1") with { Description = "first" }, Constant("a", "2") with { Description = "second" });
        model.SetUrl(Base + "?a=1&a=2&c=3");

        Assert.Equal(["first", "second", ""], model.Current.Parameters.Select(row => row.Description));
    }

    [Fact]
    public void Type_BehindAQueryThatNoRowCanSay_LeavesItInTheUrl()
    {
        model.Load(EditModel.Blank with { Url = Base + "?flag&x=%zz", Parameters = [Constant("a", "1")] });
        Assert.Equal(Base + "?flag&x=%zz&a=1", model.Url.Text);
        model.SetUrl(Base + "?flag&x=%zz&a=2");

        Assert.Equal(Base + "?flag&x=%zz", model.Current.Url);
        Assert.Equal([("a", "2")], Rows());
    }

    [Fact]
    public void PathRow_RenamedInTheGrid_RenamesItInTheUrl()
    {
        model.SetUrl("{{system.sandbox.url}}/orders/{id}/{line}");
        model.Parameters.Set(model.Parameters.Rows[0].Id, model.Parameters.Rows[0].Value with { Name = "orderId" });

        Assert.Equal("{{system.sandbox.url}}/orders/{orderId}/{line}", model.Current.Url);
    }

    [Fact]
    public void Load_OfADefinition_IsNotChangedByWhatTheUrlShows()
    {
        var api = EditModel.Blank with { Url = Base + "/{id}", Parameters = [Constant("a", "1"), Row("other") with { In = ParamPlace.Path }] };
        model.Load(api);
        model.SetUrl(model.Url.Text);

        Assert.Equal(api, model.Current);
        Assert.False(model.IsDirty);
    }

    private static RequestParam Row(string name) => new() { Name = name, In = ParamPlace.Query };

    private static RequestParam Constant(string name, string text) => Row(name) with { Value = new ConstantValue { Value = RawJson.String(text) } };

    private void Load(params RequestParam[] rows) => model.Load(EditModel.Blank with { Url = Base, Parameters = [.. rows] });

    private IEnumerable<(string Name, string Text)> Rows() =>
        model.Current.Parameters.Select(row => (row.Name, row.Value is ConstantValue constant ? constant.Value.ToPlainText() : ""));
}
