using System.Text;
using System.Text.Json;
using ApiAdmin.Core.Definitions.Reading;

namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>What is saved has to be readable again: no more bytes, depth and rows than the reader takes.</summary>
internal sealed class SizeRule : IDefinitionRule
{
    private const int Rows = 500;

    public IEnumerable<Finding> Check(ApiDefinition definition, ValidationContext context) =>
        TooMany(definition).Concat(TooLarge(definition));

    private static IEnumerable<Finding> TooMany(ApiDefinition definition)
    {
        (string Path, int Count)[] lists =
        [
            ("headers", definition.Headers.Count), ("parameters", definition.Parameters.Count), ("outputs", definition.Outputs.Count),
            ("success.rules", definition.Success.Rules.Count), ("success.notFound.rules", definition.Success.NotFound.Rules.Count),
            ("samples", definition.Samples.Count), ("cases", definition.Cases.Count),
        ];
        return lists.Where(list => list.Count > Rows)
            .Select(list => new Finding(list.Path, FindingCodes.TooLong, $"\"{list.Path}\" has {list.Count} rows; at most {Rows} are allowed. Remove some, or make two APIs of it."));
    }

    private static IEnumerable<Finding> TooLarge(ApiDefinition definition)
    {
        var utf8 = Encoding.UTF8.GetBytes(DefinitionJson.Write(definition));
        if (utf8.Length > StrictJsonLimits.Default.MaxBytes)
        {
            yield return new Finding("", FindingCodes.TooLong, $"The definition has {utf8.Length} bytes; at most {StrictJsonLimits.Default.MaxBytes} are stored. Shorten its samples or templates.");
        }
        else if (IsTooDeep(utf8))
        {
            yield return new Finding("", FindingCodes.TooLong, $"A value in the definition is nested more deeply than {StrictJsonLimits.Default.MaxDepth} levels; flatten it.");
        }
    }

    private static bool IsTooDeep(byte[] utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = StrictJsonLimits.Default.MaxDepth });
            return false;
        }
        catch (JsonException)
        {
            return true;
        }
    }
}
