using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Validation;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Definitions.Validation;

public sealed class SampleSizeTests(RestApp rest) : IClassFixture<RestApp>
{
    [Fact]
    public void Body_OfOneMebibyte_IsTakenAndOneByteMoreIsNot()
    {
        Assert.Empty(FindingsOf(Bodies(SampleLimits.LargestBody)));

        var finding = Assert.Single(FindingsOf(Bodies(SampleLimits.LargestBody + 1)));
        Assert.Equal(("samples[0].body", FindingCodes.TooLong), (finding.Path, finding.Code));
        Assert.Contains("1048577 bytes", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Body_InCharactersOfSeveralBytes_IsCountedInBytes() =>
        Assert.Equal("samples[0].body", Assert.Single(FindingsOf([new ResponseSample { Name = "a", Body = new string('李', 400_000) }])).Path);

    [Fact]
    public void Bodies_Together_HaveALimitOfTheirOwn()
    {
        var finding = Assert.Single(FindingsOf(Bodies(900_000, 900_000, 900_000)));

        Assert.Equal(("samples", FindingCodes.TooLong), (finding.Path, finding.Code));
        Assert.Contains("2 MiB", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sample_OfNearlyOneMebibyte_IsStoredOverRestAndAnswersATest()
    {
        var client = await rest.WithAsync(Scopes.ApisWrite, Scopes.ApisRead);
        var body = $$"""{"items":[{{string.Join(',', Enumerable.Range(0, 90_000).Select(n => $"\"{n}\""))}}],"last":"there"}""";
        var definition = ValidDefinition.Create() with { Key = "large-sample", Parameters = [], Url = "https://never.example/", Samples = [new ResponseSample { Name = "large", MediaType = "application/json", Body = body }], Outputs = [new OutputParam { Name = "last", Path = "$.last" }] };
        Assert.Equal(201, (int)(await client.SendAsync(HttpMethod.Post, "/api/v1/apis", definition)).Status);

        var ran = await client.SendAsync(HttpMethod.Post, "/api/v1/apis/large-sample/test", """{ "sample": "large" }""");

        Assert.True(ran.Json.GetProperty("outputs")[0].GetProperty("value").GetString() == "there", ran.Text[..500]);
        Assert.Equal(body, (await client.SendAsync(HttpMethod.Get, "/api/v1/apis/large-sample", null)).Json.GetProperty("samples")[0].GetProperty("body").GetString());
    }

    private static ValueList<ResponseSample> Bodies(params int[] lengths) => [.. lengths.Select((length, n) => new ResponseSample { Name = $"s{n}", Body = new string('x', length) })];

    private static IReadOnlyList<Finding> FindingsOf(ValueList<ResponseSample> samples) => DefinitionValidator.Validate(ValidDefinition.Create() with { Samples = samples }).Findings;
}
