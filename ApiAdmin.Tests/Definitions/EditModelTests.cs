using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support;
using ApiAdmin.Web.Definitions.Editing;

namespace ApiAdmin.Tests.Definitions;

public sealed class EditModelTests
{
    [Fact]
    public void Current_OfADefinitionWithEverythingSet_IsThatDefinition()
    {
        var model = new EditModel();
        model.Load(FullDefinition.Create());

        Assert.Equal(FullDefinition.Create(), model.Current);
        Assert.False(model.IsDirty);
    }

    [Fact]
    public void SetName_ForANewApi_SuggestsTheKeyUntilOneIsTyped()
    {
        var model = new EditModel();
        model.SetName("Órder status (v2)");
        Assert.Equal("order-status-v2", model.Current.Key);

        model.SetKey("mine");
        model.SetName("Another");
        Assert.Equal("mine", model.Current.Key);
    }

    [Fact]
    public void SetUrl_WithNamesAndQuery_MakesRows()
    {
        var model = new EditModel();
        model.SetUrl("https://x.example/v1/orders/{orderId}?tel={phone}&lang=zh%20CN&flag");

        Assert.Equal("https://x.example/v1/orders/{orderId}", model.Current.Url);
        Assert.Equal(
        [
            new RequestParam { Name = "orderId", In = ParamPlace.Path, Required = true },
            new RequestParam { Name = "tel", In = ParamPlace.Query, Value = new CallerValue { Input = "phone" } },
            new RequestParam { Name = "lang", In = ParamPlace.Query, Value = new ConstantValue { Value = RawJson.String("zh CN") } },
            new RequestParam { Name = "flag", In = ParamPlace.Query, Value = new ConstantValue { Value = RawJson.String("") } },
        ], model.Current.Parameters);
    }

    [Fact]
    public void SetUrl_WithANameTypedAnew_RenamesTheRowAndKeepsWhatItHolds()
    {
        var model = new EditModel();
        model.SetUrl("https://x.example/{id}");
        model.Parameters.Set(model.Parameters.Rows[0].Id, model.Parameters.Rows[0].Value with { Example = RawJson.String("A-1") });
        model.SetUrl("https://x.example/{orderId}");

        var row = Assert.Single(model.Current.Parameters);
        Assert.Equal(("orderId", "A-1"), (row.Name, row.Example!.ToPlainText()));
    }

    [Fact]
    public void SetUrl_BeginningWithTheSandbox_TakesNoPlaceholderForAPathName()
    {
        var model = new EditModel();
        model.SetUrl("{{system.sandbox.url}}/orders/{id}");

        Assert.Equal("id", Assert.Single(model.Current.Parameters).Name);
    }

    [Fact]
    public void Remove_ThenRestore_PutsTheRowBackWhereItStood()
    {
        var model = new EditModel();
        model.Load(FullDefinition.Create());
        var removed = model.Parameters.Remove(model.Parameters.Rows[1].Id)!;
        Assert.True(model.IsDirty);

        model.Parameters.Restore(removed);
        Assert.False(model.IsDirty);
    }

    [Theory]
    [InlineData("1.00", ParamType.Number, "1.00")]
    [InlineData("12345678901234567890", ParamType.Integer, "12345678901234567890")]
    [InlineData("12x", ParamType.Integer, "\"12x\"")]
    [InlineData("000123", ParamType.String, "\"000123\"")]
    [InlineData("true", ParamType.Boolean, "true")]
    [InlineData("[1,2]", ParamType.Array, "[1,2]")]
    public void Parse_OfATypedText_KeepsEveryDigitAndWhatDoesNotFit(string text, ParamType type, string json) =>
        Assert.Equal(json, TypedText.Parse(text, type)!.Text);

    [SkippableFact]
    public void Parse_OfEveryNaughtyString_GivesItBack()
    {
        foreach (var text in NaughtyStrings.Read().Where(t => t.Length > 0))
        {
            Assert.Equal(text, TypedText.Parse(text, ParamType.String)!.ToPlainText());
            Assert.Equal(text.Trim(), TypedText.Parse(text, ParamType.Object)!.ToPlainText().Trim());
            Assert.Equal(text.Trim(), TypedText.Parse(text, ParamType.Number)!.ToPlainText().Trim());
        }
    }
}
