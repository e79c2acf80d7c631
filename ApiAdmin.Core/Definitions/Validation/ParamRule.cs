namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>Request params: named, once per place, of a type that their place can carry.</summary>
internal sealed class ParamRule : IDefinitionRule
{
    private const int LongestDescription = 2_000;

    public IEnumerable<Finding> Check(ApiDefinition definition, ValidationContext context) =>
        definition.Parameters.Index().Where(entry => entry.Item.Enabled)
            .Select(entry => Name($"parameters[{entry.Index}]", entry.Item) ?? Type($"parameters[{entry.Index}]", entry.Item))
            .Concat(Duplicates(definition))
            .Concat(DefinitionRows.All(definition).Select(entry => NameText.TooLong($"{entry.Path}.description", entry.Row.Description, "The description", LongestDescription)))
            .Concat(DefinitionRows.Enabled(definition).Select(entry => Format(entry.Path, entry.Row)))
            .OfType<Finding>();

    private static Finding? Name(string path, RequestParam row) => NameText.Line($"{path}.name", row.Name, "The param's name");

    private static IEnumerable<Finding?> Duplicates(ApiDefinition definition)
    {
        var seen = new HashSet<(ParamPlace, string)>();
        foreach (var (index, row) in definition.Parameters.Index().Where(entry => entry.Item.Enabled && entry.Item.Name.Length > 0))
        {
            if (!seen.Add((row.In, row.Name)))
            {
                yield return new($"parameters[{index}].name", FindingCodes.Duplicate, $"The param {Quoted.Text(row.Name)} is in the {Place(row.In)} twice; rename, remove or switch off one of the rows. Several values of one name are one row of the type array.");
            }
        }
    }

    private static Finding? Type(string path, RequestParam row) => (row.Type, row.In) switch
    {
        (ParamType.Object, ParamPlace.Query or ParamPlace.Path) => Refused(path, row, "object", "use string, or put it in the body"),
        (ParamType.Array, ParamPlace.Path) => Refused(path, row, "array", "use string"),
        (ParamType.File, ParamPlace.Query or ParamPlace.Path) => Refused(path, row, "file", "put it in a body of the kind multipart"),
        _ => null,
    };

    private static Finding Refused(string path, RequestParam row, string type, string cure) => new(
        $"{path}.type", FindingCodes.NotAllowed, $"The param {Quoted.Text(row.Name)} has the type {type}, which the {Place(row.In)} cannot carry; {cure}.");

    private static Finding? Format(string path, Param row) =>
        row is { Type: ParamType.Date, Format: { } format } && !DateFormat.IsUsable(format)
            ? new($"{path}.format", FindingCodes.Malformed, $"{Quoted.Text(format)} is no date format; write for example yyyy-MM-dd, dd.MM.yyyy or yyyyMMdd.")
            : null;

    private static string Place(ParamPlace place) => place switch
    {
        ParamPlace.Path => "path",
        ParamPlace.Query => "query",
        _ => "body",
    };
}
