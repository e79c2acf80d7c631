using ApiAdmin.Core;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Reading;
using ApiAdmin.Core.Definitions.Validation;

namespace ApiAdmin.Tests.Definitions.Validation;

public sealed class DefinitionValidatorTests
{
    [Fact]
    public void Validate_ContractExample_HasNoFindingAndNoWarning()
    {
        var result = DefinitionValidator.Validate(DefinitionReader.Read(ContractExample.Json).Demand());

        Assert.Empty(result.Findings);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void Validate_ManyFaults_ReportsAllInTheOrderOfTheSections()
    {
        var definition = ValidDefinition.With(
            """
            "key":"Bad Key","method":"TRACE","url":"ftp://x",
            "headers":[{"name":"Host","value":{"from":"constant","value":"x"}}],
            "parameters":[{"name":"","in":"query"}],
            "auth":{"kind":"bearer","secret":""},
            "outputs":[{"name":"9","path":"x"}],
            "success":{"status":["ok"]},
            "limits":{"timeoutMs":1}
            """);

        var result = DefinitionValidator.Validate(definition);

        Assert.Equal(
            ["key", "method", "url", "headers[0].name", "parameters[0].name", "auth.secret", "outputs[0].name", "outputs[0].path", "success.status[0]", "limits.timeoutMs"],
            result.Findings.Select(finding => finding.Path));
        Assert.All(result.Findings, finding => Assert.Contains(finding.Code, FindingCodes.All));
    }

    [Fact]
    public void Demand_Findings_AreThrownTogether()
    {
        var broken = ValidDefinition.Create() with { Key = "", Name = "" };

        var thrown = Assert.Throws<InvalidException>(() => DefinitionValidator.Demand(broken));

        Assert.Equal(["key", "name"], thrown.Findings.Select(finding => finding.Path));
    }

    [Fact]
    public void Validate_TimeoutOverTheInstallationsLimit_NamesTheSetting()
    {
        var definition = ValidDefinition.Create() with { Limits = new InvocationLimits { TimeoutMs = 9_000 } };

        Assert.Empty(DefinitionValidator.Validate(definition).Findings);
        var finding = Assert.Single(DefinitionValidator.Validate(definition, new ValidationContext { MaxTimeoutMs = 8_000 }).Findings);
        Assert.Contains("from 100 to 8000 ms (Outbound:MaxTimeoutMs)", finding.Message);
    }
}
