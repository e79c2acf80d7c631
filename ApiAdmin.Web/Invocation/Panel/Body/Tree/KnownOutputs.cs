using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction;
using ApiAdmin.Core.Extraction.JsonPath;

namespace ApiAdmin.Web.Invocation.Panel.Body.Tree;

/// <summary>Which values of a body the outputs on the page read.</summary>
public sealed class KnownOutputs(IEnumerable<OutputParam> outputs)
{
    private readonly Dictionary<string, string> byPath = outputs
        .Where(output => output.From == OutputSource.Json && output.Name.Length > 0)
        .Select(output => (output.Name, Path: JsonPathQuery.Parse(output.Path).Path?.ToString()))
        .Where(output => output.Path is not null)
        .DistinctBy(output => output.Path)
        .ToDictionary(output => output.Path!, output => output.Name, StringComparer.Ordinal);

    /// <summary>The name of the output that reads the value, alone or with its neighbours.</summary>
    public string? At(TreeRow row) =>
        byPath.GetValueOrDefault(row.Path) ?? (OutputMaker.IsInArray(row.Node.Path) ? byPath.GetValueOrDefault(OutputMaker.Every(row.Node.Path).ToString()) : null);
}
