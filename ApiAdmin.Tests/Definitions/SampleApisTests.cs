using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Validation;

namespace ApiAdmin.Tests.Definitions;

public sealed class SampleApisTests
{
    [Fact]
    public void All_SixSamples_AreInOrder()
    {
        Assert.Equal(6, SampleApis.All.Select(sample => sample.Key).Distinct().Count());
        Assert.All(SampleApis.All, sample =>
        {
            var result = DefinitionValidator.Validate(sample);
            Assert.Empty(result.Findings);
            Assert.Empty(result.Warnings);
            Assert.StartsWith("{{system.sandbox.url}}/", sample.Url);
        });
    }
}
