using ApiAdmin.Core.Definitions.Validation;

namespace ApiAdmin.Tests.Definitions.Validation;

public sealed class WarningTests
{
    [Theory]
    [InlineData("\"success\":{\"notFound\":{\"rules\":[{\"path\":\"$.item\",\"op\":\"missingOrNull\"}]}}", "success.notFound.rules[0]", "plain error body")]
    [InlineData("\"success\":{\"notFound\":{\"rules\":[{\"path\":\"$.item\",\"op\":\"missing\"}]}}", "success.notFound.rules[0]", "has no $.item either")]
    [InlineData("\"body\":{\"kind\":\"json\"}", "body.kind", "use POST")]
    [InlineData("\"method\":\"POST\",\"body\":{\"kind\":\"json\",\"template\":\"{}\"}", "body.template", "not sent")]
    [InlineData("\"method\":\"POST\",\"body\":{\"kind\":\"jsonTemplate\",\"template\":\"{}\"},\"parameters\":[{\"name\":\"a\",\"in\":\"body\"}]", "parameters[0]", "does not name it")]
    [InlineData("\"cases\":[{\"name\":\"c\",\"inputs\":{\"a\":1}}]", "cases[0].inputs", "does not have")]
    [InlineData("\"auth\":{\"kind\":\"bearer\",\"secret\":\"order-token\"}", "auth.secret", "Did you mean \"orders-token\"?")]
    public void Validate_AllowedButProbablyNotMeant_Warns(string member, string path, string sentence)
    {
        var result = DefinitionValidator.Validate(ValidDefinition.With(member), new ValidationContext { KnownSecrets = new HashSet<string> { "orders-token" } });

        Assert.Empty(result.Findings);
        var warning = Assert.Single(result.Warnings);
        Assert.Equal(path, warning.Path);
        Assert.Contains(sentence, warning.Message);
    }

    [Theory]
    [InlineData("\"success\":{\"notFound\":{\"rules\":[{\"path\":\"$.item\",\"op\":\"missingOrNull\"},{\"path\":\"$.ret_code\",\"op\":\"eq\",\"value\":\"1\"}]}}")]
    [InlineData("\"method\":\"POST\",\"body\":{\"kind\":\"jsonTemplate\",\"template\":\"{\\\"a\\\":{{a}}}\"},\"parameters\":[{\"name\":\"a\",\"in\":\"body\"}]")]
    [InlineData("\"auth\":{\"kind\":\"bearer\",\"secret\":\"any\"}")]
    public void Validate_Meant_DoesNotWarn(string member) =>
        Assert.Empty(DefinitionValidator.Validate(ValidDefinition.With(member)).Warnings);
}
