using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Validation;
using ApiAdmin.Web.Definitions.Editing;

namespace ApiAdmin.Tests.Definitions;

public sealed class HeaderSuggestionsTests
{
    [Fact]
    public void Names_WithTheirValues_AreAllAcceptedByTheValidator()
    {
        var rows = HeaderSuggestions.Names.Select(name => new HeaderParam
        {
            Name = name, Value = new ConstantValue { Value = RawJson.String(HeaderSuggestions.Values.GetValueOrDefault(name)?[0] ?? "{{system.now}}") },
        });

        var result = DefinitionValidator.Validate(new ApiDefinition { Key = "a", Name = "A", Method = "POST", Url = "https://x.example/", Body = new RequestBody { Kind = BodyKind.Json }, Headers = [.. rows] });

        Assert.Empty(result.Findings);
    }

    [Theory]
    [InlineData("content-type", "header-values-content-type")]
    [InlineData("X-Tenant", "system-variables")]
    public void ListFor_AHeader_IsItsValuesElseTheVariables(string header, string list) =>
        Assert.Equal(list, HeaderSuggestions.ListFor(new HeaderParam { Name = header }));
}
