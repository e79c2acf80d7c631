using System.Text;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction;
using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Tests.Extraction;

/// <summary>Bodies that are something else than the JSON the outputs are declared on.</summary>
public sealed class OtherBodyTests
{
    [Theory]
    [InlineData("application/xml", "<order>\n  <id>A-1001</id>\n</order>", "came as application/xml", "It begins with \"<order> <id>A-1001</id> </order>\".", "Accept: application/json")]
    [InlineData("text/html", "<!doctype html><title>Please sign in to go on with your work</title>", "came as text/html", "It begins with \"<!doctype html><title>Please sign in to …\".", "Check the URL")]
    [InlineData("text/plain", "OK", "came as text/plain", "It begins with \"OK\".", "Check the URL")]
    [InlineData("application/json", "{\"id\":", "The body is not JSON", "It begins with \"{\"id\":\".", "what the other side answers here")]
    public async Task Auto_BodyThatIsNoJson_IsInvalidAndItsOutputsUndecodable(string type, string body, string came, string begins, string cure)
    {
        var result = await RunAsync(Definition(required: false), body, type);

        Assert.Equal(Outcome.InvalidResponse, result.Outcome);
        var problem = result.Outputs.Single(o => o.Name == "a").Problem!;
        Assert.Equal(OutputProblemCode.Undecodable, problem.Code);
        Assert.All([came, begins, cure], part => Assert.Contains(part, problem.Message));
        Assert.All([came, begins, cure], part => Assert.Contains(part, result.Message));
        Assert.StartsWith("$.a could not be read from the body. ", problem.Message);
    }

    [Fact]
    public async Task Auto_BodyCutOff_KeepsWhatStoodBeforeTheFault()
    {
        var result = await RunAsync(Definition(required: true), """{ "b": 2, "a": """);

        Assert.Equal(("2", OutputProblemCode.Undecodable), (result.Outputs.Single(o => o.Name == "b").Value?.Text, result.Outputs.Single(o => o.Name == "a").Problem!.Code));
    }

    [Fact]
    public async Task Auto_SensitiveOutput_ItsBodyIsNotQuoted()
    {
        var definition = Definition(required: true);
        var result = await RunAsync(definition with { Outputs = [.. definition.Outputs.Select(o => o with { Sensitive = true })] }, "<card>4111</card>");

        Assert.Equal(Outcome.InvalidResponse, result.Outcome);
        Assert.DoesNotContain("4111", result.Message);
        Assert.DoesNotContain("4111", result.Outputs[0].Problem!.Message);
    }

    private static Task<ExtractionResult> RunAsync(ApiDefinition definition, string body, string mediaType = "application/json") =>
        Extract.Run(definition, Encoding.UTF8.GetBytes(body), new ResponseHead { Status = 200, MediaType = mediaType });

    private static ApiDefinition Definition(bool required) => new()
    {
        Key = "other", Name = "Other", Url = "https://x.example/",
        Outputs = [new OutputParam { Name = "a", Path = "$.a", Required = required }, new OutputParam { Name = "b", Path = "$.b", Type = ParamType.Integer }],
    };
}
