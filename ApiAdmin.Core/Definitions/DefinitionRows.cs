namespace ApiAdmin.Core.Definitions;

/// <summary>The rows of both grids with their member paths.</summary>
public static class DefinitionRows
{
    public static IEnumerable<(string Path, Param Row)> All(ApiDefinition definition) =>
        definition.Headers.Select((row, index) => ($"headers[{index}]", (Param)row))
            .Concat(definition.Parameters.Select((row, index) => ($"parameters[{index}]", (Param)row)));

    public static IEnumerable<(string Path, Param Row)> Enabled(ApiDefinition definition) =>
        All(definition).Where(entry => entry.Row.Enabled);

    /// <summary>Enabled request params of one place, in order.</summary>
    public static IEnumerable<RequestParam> Of(ApiDefinition definition, ParamPlace place) =>
        definition.Parameters.Where(row => row.Enabled && row.In == place);
}
