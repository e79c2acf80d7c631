using System.Text.Json;
using ApiAdmin.Core;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Reading;
using ApiAdmin.Core.Definitions.Validation;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Definitions.Validation;

/// <summary>Strings that break programs, in every text of a definition: told or kept exactly, never an exception.</summary>
public sealed class NaughtyStringTests
{
    private static readonly Dictionary<string, Func<string, ApiDefinition>> Places = new()
    {
        ["key"] = s => ValidDefinition.Create() with { Key = s },
        ["name"] = s => ValidDefinition.Create() with { Name = s },
        ["description"] = s => ValidDefinition.Create() with { Description = s },
        ["category"] = s => ValidDefinition.Create() with { Category = s },
        ["method"] = s => ValidDefinition.Create() with { Method = s },
        ["url"] = s => ValidDefinition.Create() with { Url = s },
        ["url path"] = s => ValidDefinition.Create() with { Url = $"https://a.example/{s}" },
        ["url host"] = s => ValidDefinition.Create() with { Url = $"https://{s}/" },
        ["header name"] = s => ValidDefinition.Create() with { Headers = [new HeaderParam { Name = s }] },
        ["header value"] = s => ValidDefinition.Create() with { Headers = [new HeaderParam { Name = "X-A", Value = Constant(s) }] },
        ["param name"] = s => ValidDefinition.Create() with { Parameters = [new RequestParam { Name = s, In = ParamPlace.Query }] },
        ["param value"] = s => ValidDefinition.Create() with { Parameters = [Query() with { Value = Constant(s) }] },
        ["param default"] = s => ValidDefinition.Create() with { Parameters = [Query() with { Default = RawJson.String(s), Example = RawJson.String(s) }] },
        ["param texts"] = s => ValidDefinition.Create() with { Parameters = [Query() with { Description = s, Format = s }] },
        ["date format"] = s => ValidDefinition.Create() with { Parameters = [Query() with { Type = ParamType.Date, Format = s, Default = RawJson.String(s) }] },
        ["input name"] = s => ValidDefinition.Create() with { Parameters = [Query() with { Value = new CallerValue { Input = s } }] },
        ["system"] = s => ValidDefinition.Create() with { Parameters = [Query() with { Value = new SystemValue { Name = s } }] },
        ["secret"] = s => ValidDefinition.Create() with { Auth = new BasicAuth { Username = s, Secret = s } },
        ["api key"] = s => ValidDefinition.Create() with { Auth = new ApiKeyAuth { Name = s, Secret = "s" } },
        ["json template"] = s => ValidDefinition.Create() with { Body = new RequestBody { Kind = BodyKind.JsonTemplate, Template = s, ContentType = s } },
        ["xml template"] = s => ValidDefinition.Create() with { Body = new RequestBody { Kind = BodyKind.Xml, Template = $"<a>{s}</a>" } },
        ["text template"] = s => ValidDefinition.Create() with { Body = new RequestBody { Kind = BodyKind.Text, Template = s } },
        ["charset"] = s => ValidDefinition.Create() with { Response = new ResponseSettings { Charset = s } },
        ["output"] = s => ValidDefinition.Create() with { Outputs = [new OutputParam { Name = s, Path = s, Description = s, Default = RawJson.String(s) }] },
        ["success"] = s => ValidDefinition.Create() with { Success = new SuccessRule { Status = [s], Message = s, Rules = [Matches(s)], NotFound = new NotFoundRule { Status = [s], Rules = [Matches(s)] } } },
        ["sample"] = s => ValidDefinition.Create() with { Samples = [new ResponseSample { Name = s, MediaType = s, Body = s, Headers = [new SampleHeader { Name = s, Value = s }] }] },
        ["case"] = s => ValidDefinition.Create() with { Cases = [new TestCase { Name = s, Inputs = new([new(s, RawJson.String(s))]), Expect = new CaseExpectation { Outputs = new([new(s, RawJson.String(s))]) } }] },
    };

    [SkippableFact]
    public void Validate_NaughtyStringAnywhere_IsToldOrKeptExactly()
    {
        var strings = JsonSerializer.Deserialize<string[]>(File.ReadAllText(CorpusFolder.Path("naughty-strings/blns.json", "minimaxir/big-list-of-naughty-strings")))!;
        Assert.Equal(515, strings.Length);

        foreach (var (place, make) in Places)
        {
            foreach (var text in strings)
            {
                AssertToldOrKept(place, make(text));
            }
        }
    }

    /// <param name="code">As a number, since attributes cannot carry half of a surrogate pair.</param>
    [Theory]
    [InlineData(0xD800)]
    [InlineData(0xDC00)]
    [InlineData(0)]
    public void Validate_WhatNoDatabaseHolds_IsRefusedEverywhere(int code)
    {
        foreach (var (place, make) in Places)
        {
            var result = DefinitionValidator.Validate(make($"a{(char)code}b"));

            Assert.True(result.Findings.Any(finding => finding.Code == FindingCodes.InvalidCharacter), place);
        }
    }

    private static void AssertToldOrKept(string place, ApiDefinition definition)
    {
        var result = DefinitionValidator.Validate(definition);
        Assert.All(result.Findings, finding =>
        {
            Assert.Contains(finding.Code, FindingCodes.All);
            Assert.True(finding.Message.Length is > 10 and < 2_000, $"{place}: {finding.Message}");
            Assert.DoesNotContain('\n', finding.Message);
        });
        if (result.IsGood)
        {
            Assert.Equal(definition, DefinitionReader.Read(DefinitionJson.Write(definition)).Demand());
        }
    }

    private static RequestParam Query() => new() { Name = "q", In = ParamPlace.Query };

    private static ConstantValue Constant(string text) => new() { Value = RawJson.String(text) };

    private static BodyRule Matches(string text) => new() { Path = "$.a", Op = RuleOperator.Matches, Value = RawJson.String(text) };
}
