namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>Warns of cases that name inputs or outputs the definition does not have any more.</summary>
internal sealed class CaseAdvice : IDefinitionRule
{
    public IEnumerable<Finding> Check(ApiDefinition definition, ValidationContext context)
    {
        var inputs = DefinitionInputs.Of(definition).Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        var outputs = definition.Outputs.Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
        var flattened = definition.Outputs.Where(output => output.Flatten).Select(output => $"{output.Name}.").ToList();
        return definition.Cases.Index().SelectMany(entry =>
            Unknown($"cases[{entry.Index}].inputs", "input", entry.Item.Inputs.Keys, inputs)
                .Concat(Unknown($"cases[{entry.Index}].expect.outputs", "output", entry.Item.Expect.Outputs.Keys.Where(IsWhole), outputs)));

        // Which names come out of a flattened output only its value tells.
        bool IsWhole(string name) => !flattened.Exists(start => name.StartsWith(start, StringComparison.Ordinal));
    }

    private static IEnumerable<Finding> Unknown(string path, string what, IEnumerable<string> names, HashSet<string> known) =>
        names.Where(name => !known.Contains(name)).Select(name => new Finding(
            path, FindingCodes.NoSuchParam, $"The case names the {what} {Quoted.Text(name)}, which the definition does not have.{Nearest.Hint(name, known)}"));
}
