namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>Body params only where the body is made of them, each at a place of its own.</summary>
internal sealed class BodyParamRule : IDefinitionRule
{
    public IEnumerable<Finding> Check(ApiDefinition definition, ValidationContext context)
    {
        var rows = definition.Parameters.Index().Where(entry => entry.Item is { Enabled: true, In: ParamPlace.Body }).ToList();
        return definition.Body.Kind switch
        {
            BodyKind.None => rows.Select(row => new Finding(
                $"parameters[{row.Index}].in", FindingCodes.NotAllowed,
                $"The body param {Quoted.Text(row.Item.Name)} is not sent: the body's kind is none. Choose json, form or multipart, or put the row in the query.")),
            BodyKind.Json => rows.Where(row => row.Item.Type == ParamType.File).Select(row => File(row.Index, row.Item.Name)).Concat(Nesting(rows)),
            BodyKind.Form => rows.Where(row => row.Item.Type is ParamType.File).Select(row => File(row.Index, row.Item.Name)),
            BodyKind.Multipart => [],
            _ => rows.Where(row => row.Item.Type == ParamType.File).Select(row => File(row.Index, row.Item.Name)),
        };
    }

    private static Finding File(int index, string name) => new(
        $"parameters[{index}].type", FindingCodes.NotAllowed, $"The param {Quoted.Text(name)} has the type file, which only a body of the kind multipart carries; choose that kind or another type.");

    /// <summary>Dots nest, so <c>a</c> and <c>a.b</c> would want the same place.</summary>
    private static IEnumerable<Finding> Nesting(List<(int Index, RequestParam Item)> rows)
    {
        var names = rows.Select(row => row.Item.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, row) in rows.Where(entry => entry.Item.Name.Length > 0))
        {
            if (row.Name.Split('.').Contains(""))
            {
                yield return new($"parameters[{index}].name", FindingCodes.Malformed, $"{Quoted.Text(row.Name)} has a dot with nothing before or behind it; dots nest, as in order.amount.");
            }
            else if (Parents(row.Name).FirstOrDefault(names.Contains) is { } parent)
            {
                yield return new($"parameters[{index}].name", FindingCodes.Duplicate, $"{Quoted.Text(row.Name)} nests inside {Quoted.Text(parent)}, which is a value of its own; rename one of them.");
            }
        }
    }

    private static IEnumerable<string> Parents(string name)
    {
        for (var dot = name.LastIndexOf('.'); dot > 0; dot = name.LastIndexOf('.', dot - 1))
        {
            yield return name[..dot];
        }
    }
}
