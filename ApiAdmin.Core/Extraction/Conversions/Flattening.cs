using System.Globalization;
using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction.JsonPath;

namespace ApiAdmin.Core.Extraction.Conversions;

/// <summary>What is in an object as outputs of their own for systems that know only texts: <c>address.city</c>, <c>lines.0.sku</c>.</summary>
internal static class Flattening
{
    private const int Most = 200;

    /// <param name="taken">Names that are outputs already; they stay what they are.</param>
    public static IEnumerable<OutputReading> Of(OutputReading whole, IReadOnlySet<string> taken)
    {
        if (whole.Value is not { Kind: JsonValueKind.Object } value)
        {
            return [];
        }

        var secret = whole.Param.IsSecret();
        return Leaves(value.ToElement(), whole.Param.Name)
            .Where(leaf => !taken.Contains(leaf.Name))
            .DistinctBy(leaf => leaf.Name, StringComparer.Ordinal)
            .Take(Most)
            .Select(leaf => new OutputReading(new OutputParam { Name = leaf.Name, Sensitive = secret })
            {
                Value = leaf.Value.ValueKind == JsonValueKind.Null ? null : RawJson.String(Text(leaf.Value)),
                Raw = leaf.Value.GetRawText(),
            });
    }

    private static string Text(JsonElement leaf) =>
        leaf.ValueKind == JsonValueKind.String ? ElementText.Of(leaf) ?? "\ufffd" : leaf.GetRawText();

    private static IEnumerable<(string Name, JsonElement Value)> Leaves(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(m => Leaves(m.Value, $"{name}.{ElementText.NameOf(m) ?? "\ufffd"}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, index) => Leaves(item, string.Create(CultureInfo.InvariantCulture, $"{name}.{index}"))),
        _ => [(name, element)],
    };
}
