using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Reading;
using ApiAdmin.Core.Definitions.Validation;
using ApiAdmin.Tests.Support;
using ApiAdmin.Web.Definitions.Editing;

namespace ApiAdmin.Tests.Definitions;

/// <summary>Every string that breaks programs, typed into every field of the page: refused with a sentence at a section of the form, or saved and opened again as it was.</summary>
public sealed class NaughtyFieldsTests
{
    /// <summary>As the fields of the page do it.</summary>
    private static readonly Dictionary<string, Action<EditModel, string>> Fields = new()
    {
        ["name"] = (model, text) => model.SetName(text),
        ["key"] = (model, text) => model.SetKey(text),
        ["category"] = (model, text) => model.Change(d => d with { Category = text }),
        ["description"] = (model, text) => model.Change(d => d with { Description = text }),
        ["url"] = (model, text) => model.SetUrl(text),
        ["path of the url"] = (model, text) => model.SetUrl("https://crm.example.com/" + text),
        ["query of the url"] = (model, text) => model.SetUrl("https://crm.example.com/?" + text),
        ["content type"] = (model, text) => model.Change(d => d with { Method = "POST", Body = new RequestBody { Kind = BodyKind.Json, ContentType = text } }),
        ["template"] = (model, text) => model.Change(d => d with { Method = "POST", Body = new RequestBody { Kind = BodyKind.JsonTemplate, Template = text } }),
        ["header name"] = (model, text) => model.Headers.Add(new HeaderParam { Name = text }),
        ["header value"] = (model, text) => model.Headers.Add(new HeaderParam { Name = "X-A", Value = new ConstantValue { Value = TypedText.ParseGiven(text, ParamType.String) } }),
        ["param name"] = (model, text) => model.Parameters.Add(Row() with { Name = text }),
        ["param constant"] = (model, text) => model.Parameters.Add(Row() with { Value = new ConstantValue { Value = TypedText.ParseGiven(text, ParamType.String) } }),
        ["param input"] = (model, text) => model.Parameters.Add(Row() with { Value = new CallerValue { Input = text } }),
        ["param default"] = (model, text) => model.Parameters.Add(Row() with { Default = TypedText.Parse(text, ParamType.String) }),
        ["number default"] = (model, text) => model.Parameters.Add(Row() with { Type = ParamType.Number, Default = TypedText.Parse(text, ParamType.Number) }),
        ["array example"] = (model, text) => model.Parameters.Add(Row() with { Type = ParamType.Array, Example = TypedText.Parse(text, ParamType.Array) }),
        ["param example"] = (model, text) => model.Parameters.Add(Row() with { Example = TypedText.Parse(text, ParamType.String) }),
        ["param description"] = (model, text) => model.Parameters.Add(Row() with { Description = text }),
        ["date format"] = (model, text) => model.Parameters.Add(Row() with { Type = ParamType.Date, Format = text }),
        ["output name"] = (model, text) => model.Outputs.Add(new OutputParam { Name = text, Path = "$.a" }),
        ["output path"] = (model, text) => model.Outputs.Add(new OutputParam { Name = "o", Path = text }),
        ["output header"] = (model, text) => model.Outputs.Add(new OutputParam { Name = "o", From = OutputSource.Header, Path = text }),
        ["output default"] = (model, text) => model.Outputs.Add(new OutputParam { Name = "o", Path = "$.a", Default = TypedText.Parse(text, ParamType.String) }),
        ["output description"] = (model, text) => model.Outputs.Add(new OutputParam { Name = "o", Path = "$.a", Description = text }),
        ["rule path"] = (model, text) => model.Rules.Add(new BodyRule { Path = text, Op = RuleOperator.Exists }),
        ["rule value"] = (model, text) => model.Rules.Add(Rule(RuleOperator.Eq, text)),
        ["rule number"] = (model, text) => model.Rules.Add(Rule(RuleOperator.Gt, text)),
        ["rule list"] = (model, text) => model.NotFoundRules.Add(Rule(RuleOperator.In, text)),
        ["rule pattern"] = (model, text) => model.NotFoundRules.Add(Rule(RuleOperator.Matches, text)),
        ["message path"] = (model, text) => model.Change(d => d with { Success = d.Success with { Message = text } }),
        ["statuses"] = (model, text) => model.Change(d => d with { Success = d.Success with { Status = [text] } }),
        ["charset"] = (model, text) => model.Change(d => d with { Response = d.Response with { Charset = text } }),
        ["user name"] = (model, text) => model.Change(d => d with { Auth = new BasicAuth { Username = text, Secret = "token" } }),
        ["key name"] = (model, text) => model.Change(d => d with { Auth = new ApiKeyAuth { Name = text, Secret = "token" } }),
        ["secret name"] = (model, text) => model.Change(d => d with { Auth = new BearerAuth { Secret = text } }),
    };

    [SkippableFact]
    public void Field_WithEveryNaughtyString_IsToldAtASectionOrOpensAgainAsItWas()
    {
        var (texts, kept, told) = (NaughtyStrings.Read(), 0, 0);
        foreach (var (field, type) in Fields)
        {
            foreach (var text in texts)
            {
                var session = Session();
                type(session.Model, text);
                var result = DefinitionValidator.Validate(session.Model.Current);
                if (result.IsGood)
                {
                    AssertOpensAgain(field, session.Model.Current);
                    kept++;
                }
                else
                {
                    session.Complain(result.Findings);
                    AssertTold(field, session);
                    told++;
                }
            }
        }

        Assert.True(kept > 5_000 && told > 3_000, $"{kept} kept, {told} told");
    }

    private static EditSession Session()
    {
        var session = new EditSession();
        session.Model.Load(new ApiDefinition { Key = "naughty", Name = "Naughty", Url = "https://crm.example.com/v1" });
        return session;
    }

    private static void AssertOpensAgain(string field, ApiDefinition typed)
    {
        var stored = DefinitionReader.Read(DefinitionJson.Write(typed)).Demand();
        var again = new EditModel();
        again.Load(stored);

        Assert.True(typed.Equals(again.Current), $"{field}: {DefinitionJson.Write(typed)}");
        Assert.False(again.IsDirty);
    }

    private static void AssertTold(string field, EditSession session)
    {
        foreach (var finding in session.Findings.All)
        {
            Assert.True(finding.Message.Length > 10 && !finding.Message.Contains('\n', StringComparison.Ordinal), $"{field}: {finding.Message}");
            Assert.True(FormSection.For(finding) is { } section && session.Findings.Count(section.Paths) > 0, $"{field}: {finding.Path} has no section");
        }
    }

    private static RequestParam Row() => new() { Name = "q", In = ParamPlace.Query };

    private static BodyRule Rule(RuleOperator op, string text)
    {
        var rule = new BodyRule { Path = "$.a", Op = op };
        return rule with { Value = RuleValues.Parse(text, rule) };
    }
}
