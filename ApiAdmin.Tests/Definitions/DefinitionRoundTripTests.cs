using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Reading;

namespace ApiAdmin.Tests.Definitions;

public sealed class DefinitionRoundTripTests
{
    [Fact]
    public void Read_EveryMemberSet_EqualsWhatWasWritten()
    {
        var definition = FullDefinition.Create();

        var written = DefinitionJson.Write(definition);
        var read = DefinitionReader.Read(written).Demand();

        Assert.Equal(definition, read);
        Assert.Equal(written, DefinitionJson.Write(read));
    }

    [Fact]
    public void FullDefinition_EveryMember_DiffersFromItsDefault()
    {
        var full = FullDefinition.Create();
        var plain = new ApiDefinition { Key = "", Name = "", Url = "" };

        var unset = typeof(ApiDefinition).GetProperties()
            .Where(property => property.Name != nameof(ApiDefinition.Schema) && Equals(property.GetValue(full), property.GetValue(plain)))
            .Select(property => property.Name);

        Assert.Empty(unset);
    }

    [Fact]
    public void Read_ContractExample_LosesNothing()
    {
        var written = DefinitionJson.Write(DefinitionReader.Read(ContractExample.Json).Demand());

        using var given = JsonDocument.Parse(ContractExample.Json);
        using var back = JsonDocument.Parse(written);
        AssertContains(given.RootElement, back.RootElement, "$");
    }

    [Theory]
    [InlineData("1.00")]
    [InlineData("12345678901234567890")]
    [InlineData("1e400")]
    [InlineData("-0")]
    [InlineData("0.1000000000000000000000000001")]
    public void Read_Number_KeepsEveryDigit(string digits)
    {
        var json = $$$$"""{"key":"a","name":"A","url":"http://a.example","parameters":[{"name":"n","in":"query","type":"number","default":{{{{digits}}}},"example":{{{{digits}}}},"value":{"from":"constant","value":{{{{digits}}}}}}]}""";

        var read = DefinitionReader.Read(json).Demand();

        var row = Assert.Single(read.Parameters);
        Assert.Equal(digits, row.Default!.Text);
        Assert.Equal(digits, row.Example!.Text);
        Assert.Equal(digits, Assert.IsType<ConstantValue>(row.Value).Value.Text);
        Assert.Contains($"\"value\":{digits}}}", DefinitionJson.Write(read));
    }

    /// <summary>Everything given is there again; a null given may be left out, and defaults may be added.</summary>
    private static void AssertContains(JsonElement given, JsonElement back, string path)
    {
        if (given.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in given.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null))
            {
                Assert.True(back.TryGetProperty(member.Name, out var kept), $"{path}.{member.Name} is lost");
                AssertContains(member.Value, kept, $"{path}.{member.Name}");
            }
        }
        else if (given.ValueKind == JsonValueKind.Array)
        {
            Assert.Equal(given.GetArrayLength(), back.GetArrayLength());
            foreach (var (index, item) in given.EnumerateArray().Index())
            {
                AssertContains(item, back[index], $"{path}[{index}]");
            }
        }
        else
        {
            Assert.Equal(given.GetRawText(), back.GetRawText());
        }
    }
}
