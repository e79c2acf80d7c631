using ApiAdmin.Core.Definitions.Templates;

namespace ApiAdmin.Core.Definitions;

/// <summary>A value that whoever runs a definition supplies.</summary>
/// <param name="Name">The name it is given under; for a call variable <c>call.from</c> and the like.</param>
/// <param name="Row">The row it belongs to; null when only a template names the call variable.</param>
/// <param name="Path">Member path of the row or template, for findings.</param>
/// <param name="IsOfACall">A flow knows it by itself; only elsewhere somebody has to give it.</param>
public sealed record DefinitionInput(string Name, Param? Row, string Path, bool IsOfACall);

/// <summary>The inputs of a definition, in the order of its rows, each name once.</summary>
public static class DefinitionInputs
{
    public static ValueList<DefinitionInput> Of(ApiDefinition definition) =>
        All(definition).DistinctBy(input => input.Name, StringComparer.Ordinal).ToValueList();

    /// <summary>The same with repetitions, for finding clashes.</summary>
    internal static IEnumerable<DefinitionInput> All(ApiDefinition definition)
    {
        foreach (var (path, row) in DefinitionRows.Enabled(definition))
        {
            switch (row.Value)
            {
                case CallerValue caller:
                    yield return new(string.IsNullOrEmpty(caller.Input) ? row.Name : caller.Input, row, path, IsOfACall: false);
                    break;
                case SystemValue system when SystemVariables.IsOfACall(system.Name):
                    yield return new(SystemVariables.Canonical(system.Name), row, path, IsOfACall: true);
                    break;
            }
        }

        foreach (var (path, template) in DefinitionTemplates.Of(definition))
        {
            foreach (var used in template.References.Where(p => p.Kind == TemplateSource.System && SystemVariables.IsOfACall(p.Name)))
            {
                yield return new(SystemVariables.Canonical(used.Name), null, path, IsOfACall: true);
            }
        }
    }
}
