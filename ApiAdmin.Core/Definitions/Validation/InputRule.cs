namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>Input names: usable, and unique over both grids and the call variables the definition uses.</summary>
internal sealed class InputRule : IDefinitionRule
{
    private static readonly string[] Prefixes = ["secrets.", "system."];

    public IEnumerable<Finding> Check(ApiDefinition definition, ValidationContext context)
    {
        var inputs = DefinitionInputs.All(definition).ToList();
        return inputs.Where(input => !input.IsOfACall).Select(Name).OfType<Finding>().Concat(Clashes(inputs));
    }

    private static Finding? Name(DefinitionInput input)
    {
        if (NamedByRow(input))
        {
            // The row's own rule has looked at the name; only its use as an input is asked here.
            return Prefix(input, $"{input.Path}.name");
        }

        var path = $"{input.Path}.value.input";
        return NameText.Line(path, input.Name, "The input's name") ?? Prefix(input, path);
    }

    private static Finding? Prefix(DefinitionInput input, string path) =>
        Prefixes.FirstOrDefault(prefix => input.Name.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix
            ? new(path, FindingCodes.NotAllowed, $"An input's name cannot begin with \"{prefix}\", since {{{{{prefix}…}}}} means something else; give the row another input name.")
            : null;

    private static IEnumerable<Finding> Clashes(List<DefinitionInput> inputs)
    {
        var seen = new Dictionary<string, DefinitionInput>(StringComparer.Ordinal);
        foreach (var input in inputs.Where(input => input.Name.Length > 0))
        {
            if (seen.TryAdd(input.Name, input) || (input.IsOfACall && seen[input.Name].IsOfACall))
            {
                continue;
            }

            var first = seen[input.Name];
            var (own, other) = input.IsOfACall ? (first, input) : (input, first);
            var path = NamedByRow(own) ? $"{own.Path}.name" : $"{own.Path}.value.input";
            var what = other.IsOfACall ? "is the name of a call variable that this definition uses" : $"is also asked for by {other.Path}";
            yield return new(path, FindingCodes.Duplicate, $"The input {Quoted.Text(input.Name)} {what}; input names are unique over both grids. Give the row another name in value.input.");
        }
    }

    private static bool NamedByRow(DefinitionInput input) => input.Row?.Value is CallerValue caller && string.IsNullOrEmpty(caller.Input);
}
