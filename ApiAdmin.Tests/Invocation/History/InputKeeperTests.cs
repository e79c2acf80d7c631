using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation.History;
using ApiAdmin.Core.Invocation.Redaction;

namespace ApiAdmin.Tests.Invocation.History;

public sealed class InputKeeperTests
{
    private static readonly ApiDefinition Api = new()
    {
        Key = "a", Name = "A", Url = "https://x.example/{id}",
        Headers =
        [
            new HeaderParam { Name = "Authorization", Value = new CallerValue { Input = "token" } },
            new HeaderParam { Name = "X-Twice", Sensitive = true, Value = new CallerValue { Input = "twice" } },
        ],
        Parameters =
        [
            new RequestParam { Name = "id", In = ParamPlace.Path, Type = ParamType.Number },
            new RequestParam { Name = "pin", In = ParamPlace.Query, Sensitive = true },
            new RequestParam { Name = "twice", In = ParamPlace.Query },
            new RequestParam { Name = "scan", In = ParamPlace.Body, Type = ParamType.File },
            new RequestParam { Name = "note", In = ParamPlace.Query },
            new RequestParam { Name = "from", In = ParamPlace.Query, Value = new SystemValue { Name = "call.from" } },
        ],
    };

    [Theory]
    [InlineData("id", "12345678901234567890.10", true)]
    [InlineData("note", "\"\"", true)]
    [InlineData("note", "\"你好\"", true)]
    [InlineData("call.from", "\"+8613800138000\"", true)]
    [InlineData("pin", "\"4711\"", false)]
    [InlineData("token", "\"Bearer x\"", false)]
    [InlineData("twice", "\"a\"", false)]
    [InlineData("scan", """{"fileName":"a","contentType":"b","base64":""}""", false)]
    [InlineData("note", "\"the secret s3cr3t/value in it\"", false)]
    [InlineData("note", "\"s3cr3t%2Fvalue\"", false)]
    [InlineData("note", "\"s3cr3t\\u002fvalue\"", false)]
    public void Keep_OneInput_IsKeptOrOnlyNamed(string name, string json, bool kept)
    {
        var result = Assert.Single(Keep(new() { [name] = json }));

        Assert.Equal(name, result.Key);
        Assert.Equal(kept ? new KeptInput { Value = RawJson.Parse(json) } : new KeptInput { Redacted = true }, result.Value);
    }

    [Theory]
    [InlineData("pni", "\"4711\"")]
    [InlineData("note", "null")]
    public void Keep_UndeclaredOrNotGiven_IsNotEvenNamed(string name, string json) => Assert.Empty(Keep(new() { [name] = json }));

    [Fact]
    public void Keep_PlainInputThatHoldsASensitiveOne_IsOnlyNamed() =>
        Assert.All(Keep(new() { ["pin"] = "\"471147\"", ["note"] = "\"my pin is 471147\"" }), input => Assert.True(input.Value.Redacted));

    [Fact]
    public void Keep_ValueThatIsTooLong_IsOnlyNamed() =>
        Assert.True(Assert.Single(Keep(new() { ["note"] = $"\"{new string('x', 8_200)}\"" })).Value.Redacted);

    private static ValueMap<KeptInput> Keep(Dictionary<string, string> inputs) => InputKeeper.Keep(
        Api, inputs.ToDictionary(input => input.Key, input => JsonDocument.Parse(input.Value).RootElement), new Redactor(["s3cr3t/value"]));
}
