using ApiAdmin.Core.Definitions.Urls;

namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>Every <c>{name}</c> of the URL has its enabled path param, and the other way round.</summary>
internal sealed class PathParamRule : IDefinitionRule
{
    public IEnumerable<Finding> Check(ApiDefinition definition, ValidationContext context)
    {
        var inUrl = UrlTemplate.Parse(definition.Url, out _).PathNames.ToList();
        var names = inUrl.Select(name => name.Name).ToHashSet(StringComparer.Ordinal);
        var rows = DefinitionRows.Of(definition, ParamPlace.Path).Select(row => row.Name).ToHashSet(StringComparer.Ordinal);
        var missing = inUrl.Where(name => !rows.Contains(name.Name)).DistinctBy(name => name.Name)
            .Select(name => WithoutRow(definition, name, rows));
        var unused = definition.Parameters.Index()
            .Where(row => row.Item is { Enabled: true, In: ParamPlace.Path } && row.Item.Name.Length > 0 && !names.Contains(row.Item.Name))
            .Select(row => WithoutPlace(row.Index, row.Item.Name, names));
        return missing.Concat(unused);
    }

    private static Finding WithoutRow(ApiDefinition definition, PathName name, IEnumerable<string> rows)
    {
        var isOff = definition.Parameters.Any(row => row is { Enabled: false, In: ParamPlace.Path } && row.Name == name.Name);
        var cure = isOff
            ? "Its row is switched off: switch it on, or take the name out of the URL."
            : $"Add a Request param of that name in \"path\", or take it out of the URL.{Nearest.Hint(name.Name, rows)}";
        return new("url", FindingCodes.NoSuchParam, $"{{{name.Name}}} at column {name.Column} of the URL has no path param. {cure}");
    }

    private static Finding WithoutPlace(int index, string name, IEnumerable<string> names) => new(
        $"parameters[{index}].name", FindingCodes.NoSuchParam,
        $"The path param {Quoted.Text(name)} stands nowhere in the URL: write {{{name}}} where it belongs, or remove the row.{Nearest.Hint(name, names)}");
}
