using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Validation;
using ApiAdmin.Core.Extraction;
using ApiAdmin.Core.Extraction.JsonPath;
using ApiAdmin.Tests.Definitions.Validation;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Extraction;

public sealed class OutputMakerTests
{
    [Theory]
    [InlineData("""{"ret_code":"0"}""", "$.ret_code", "retCode", "$.ret_code", ParamType.String)]
    [InlineData("""{"ORDER_ID":12}""", "$.ORDER_ID", "orderId", "$.ORDER_ID", ParamType.Integer)]
    [InlineData("""{"URL":1.5}""", "$.URL", "URL", "$.URL", ParamType.Number)]
    [InlineData("""{"Is-VIP":true}""", "$['Is-VIP']", "isVip", "$['Is-VIP']", ParamType.Boolean)]
    [InlineData("""{"客户":{"姓名":"李"}}""", "$.客户.姓名", "姓名", "$.客户.姓名", ParamType.String)]
    [InlineData("""{"1":{"2":[]}}""", "$['1']['2']", "value", "$['1']['2']", ParamType.Array)]
    public void Of_AValue_HasNamePathAndType(string body, string at, string name, string path, ParamType type)
    {
        var (place, value) = Find(body, at);

        var made = OutputMaker.Of(place, value.ValueKind, value.GetRawText(), new HashSet<string>());

        Assert.Equal((name, path, type), (made.Name, made.Path, made.Type));
    }

    [Fact]
    public void Of_AValueWhoseNameIsTaken_TakesTheNameBeforeItThenANumber()
    {
        var (place, value) = Find("""{"order":{"id":1}}""", "$.order.id");

        Assert.Equal("orderId", OutputMaker.Of(place, value.ValueKind, new HashSet<string> { "id" }).Name);
        Assert.Equal("orderId2", OutputMaker.Of(place, value.ValueKind, new HashSet<string> { "id", "orderId" }).Name);
    }

    [Fact]
    public void Of_EveryElement_IsAnArrayOfAll()
    {
        var (place, value) = Find("""{"a":[{"b":[{"sku":1}]}]}""", "$.a[0].b[0].sku");

        var made = OutputMaker.Of(place, value.ValueKind, "1", new HashSet<string>(), every: true);

        Assert.Equal(("sku", "$.a[0].b[*].sku", ParamType.Array), (made.Name, made.Path, made.Type));
    }

    [Fact]
    public void Of_AnyNameOfAMember_IsAValidOutputThatReadsIt()
    {
        foreach (var name in NaughtyStrings.Read().Concat(XssPayloads.All).Distinct())
        {
            var body = JsonSerializer.Serialize(new Dictionary<string, int> { [name] = 1 });
            using var document = JsonDocument.Parse(body);
            var place = JsonPathQuery.Parse("$.*").Path!.Select(document.RootElement, withPlaces: true).Matches[0].Place!.ToPath();

            var made = OutputMaker.Of(place, JsonValueKind.Number, "1", new HashSet<string>());

            Assert.DoesNotContain(DefinitionValidator.Validate(ValidDefinition.Create() with { Outputs = [made] }).Findings, finding => finding.Path.StartsWith("outputs", StringComparison.Ordinal));
        }
    }

    private static (SimplePath Place, JsonElement Value) Find(string body, string path)
    {
        var match = JsonPathQuery.Parse(path).Path!.Select(JsonDocument.Parse(body).RootElement, withPlaces: true).Matches[0];
        return (match.Place!.ToPath(), match.Value);
    }
}
