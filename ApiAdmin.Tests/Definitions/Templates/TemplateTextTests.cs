using ApiAdmin.Core.Definitions.Templates;

namespace ApiAdmin.Tests.Definitions.Templates;

public sealed class TemplateTextTests
{
    [Fact]
    public void Parse_Mixed_GivesLiteralsAndReferences()
    {
        var template = TemplateText.Parse("a {{ x }} b {{secrets.k}}{{system.call.from}}}}");

        Assert.True(template.IsValid);
        Assert.Equal(
            [(TemplateSource.Input, "x"), (TemplateSource.Secret, "k"), (TemplateSource.System, "call.from")],
            template.References.Select(r => (r.Kind, r.Name)));
        Assert.Equal(new TemplateLiteral("}}"), template.Parts[^1]);
    }

    [Theory]
    [InlineData("a\n b {{x", 2, 4)]
    [InlineData("{{}}", 1, 1)]
    [InlineData("x {{a|upper}}", 1, 3)]
    [InlineData("{{secrets.}}", 1, 1)]
    public void Parse_Malformed_NamesLineAndColumn(string text, int line, int column)
    {
        var error = Assert.Single(TemplateText.Parse(text).Errors);

        Assert.Equal((line, column), (error.Line, error.Column));
    }

    [Theory]
    [InlineData("""{"a":"{{x}}","b":{{y}},"c":{"d":{{z}}}}""", "JsonString,JsonValue,JsonValue")]
    [InlineData("""{"a":"\"{{x}}"}""", "JsonString")]
    public void Parse_Json_KnowsEachPlace(string text, string places)
    {
        var template = TemplateText.Parse(text, TemplateLanguage.Json);

        Assert.Empty(template.Errors);
        Assert.Equal(places, string.Join(',', template.References.Select(r => r.Place)));
    }

    [Theory]
    [InlineData("{\"a\":1{{x}}}")]
    [InlineData("{{{x}}:1}")]
    [InlineData("{\"a\":{{x}}")]
    public void Parse_JsonThatIsNone_IsAnError(string text) =>
        Assert.NotEmpty(TemplateText.Parse(text, TemplateLanguage.Json).Errors);

    [Fact]
    public void Parse_Xml_KnowsEachPlace()
    {
        var template = TemplateText.Parse("<a b='{{x}}' c=\"{{x}}\">{{x}}<!-- > --><![CDATA[<{{x}}]]></a>", TemplateLanguage.Xml);

        Assert.Empty(template.Errors);
        Assert.Equal(
            [TemplatePlace.XmlAttribute, TemplatePlace.XmlAttribute, TemplatePlace.XmlText, TemplatePlace.XmlCData],
            template.References.Select(r => r.Place));
    }

    [Theory]
    [InlineData("<{{x}}/>")]
    [InlineData("<a {{x}}='1'/>")]
    [InlineData("<a><!-- {{x}} --></a>")]
    [InlineData("<a>{{x}}</b>")]
    [InlineData("<!DOCTYPE a><a>{{x}}</a>")]
    public void Parse_XmlWithAValueInTheMarkupOrBroken_IsAnError(string text) =>
        Assert.NotEmpty(TemplateText.Parse(text, TemplateLanguage.Xml).Errors);
}
