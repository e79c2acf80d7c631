using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction.JsonPath;

namespace ApiAdmin.Web.Invocation.Panel.Body.Tree;

/// <summary>Which values of a body the outputs on the page read.</summary>
public sealed class KnownOutputs(IEnumerable<OutputParam> outputs)
{
    private readonly Dictionary<(OutputSource, string), string> byPath = outputs
        .Where(output => output.From is OutputSource.Json or OutputSource.Xml && output.Name.Length > 0)
        .Select(output => (output.Name, output.From, Path: output.From == OutputSource.Xml ? output.Path : JsonPathQuery.Parse(output.Path).Path?.ToString()))
        .Where(output => output.Path is not null)
        .DistinctBy(output => (output.From, output.Path))
        .ToDictionary(output => (output.From, output.Path!), output => output.Name);

    /// <summary>The name of the output that reads the value, alone or with its neighbours.</summary>
    public string? At(TreeRow row) =>
        byPath.GetValueOrDefault((row.Node.From, row.Path)) ?? (row.Node.EveryPath is { } every ? byPath.GetValueOrDefault((row.Node.From, every)) : null);
}
