namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>Where values come from: known system variables and well-formed names of secrets.</summary>
internal sealed class ValueSourceRule : IDefinitionRule
{
    public IEnumerable<Finding> Check(ApiDefinition definition, ValidationContext context) =>
        DefinitionRows.Enabled(definition).Select(entry => Source(entry.Path, entry.Row)).OfType<Finding>();

    public static string UnknownVariable(string name)
    {
        string[] known = [.. SystemVariables.Always, .. SystemVariables.OfACall];
        return $"There is no system variable {Quoted.Text(name)}.{Nearest.Hint(name, known)} Known: {Quoted.List(known)}.";
    }

    private static Finding? Source(string path, Param row) => row.Value switch
    {
        SystemValue system when !SystemVariables.IsKnown(system.Name) =>
            new($"{path}.value.name", FindingCodes.UnknownValue, UnknownVariable(system.Name)),
        SecretValue secret => SecretName.Fault($"{path}.value.name", secret.Name),
        _ => null,
    };
}
