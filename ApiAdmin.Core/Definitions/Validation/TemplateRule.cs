using ApiAdmin.Core.Definitions.Templates;

namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>Templates are well-formed, and everything they name exists.</summary>
internal sealed class TemplateRule : IDefinitionRule
{
    public IEnumerable<Finding> Check(ApiDefinition definition, ValidationContext context)
    {
        var inputs = DefinitionInputs.All(definition).Where(input => !input.IsOfACall).Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, template) in DefinitionTemplates.Of(definition).Where(entry => !(entry.Path == "body.template" && string.IsNullOrWhiteSpace(definition.Body.Template))))
        {
            foreach (var error in template.Errors)
            {
                yield return new(path, FindingCodes.Malformed, $"Line {error.Line}, column {error.Column}: {error.Message}");
            }

            foreach (var finding in template.References.Select(reference => Name(path, reference, inputs)).OfType<Finding>())
            {
                yield return finding;
            }
        }
    }

    private static Finding? Name(string path, TemplateReference reference, HashSet<string> inputs) => reference.Kind switch
    {
        TemplateSource.Secret => SecretName.Fault(path, reference.Name),
        TemplateSource.System => SystemVariables.IsKnown(reference.Name)
            ? null
            : new(path, FindingCodes.UnknownValue, $"{Quoted.Text(reference.Source)}: {ValueSourceRule.UnknownVariable(reference.Name)}"),
        _ => inputs.Contains(reference.Name) ? null : new(path, FindingCodes.NoSuchParam, UnknownInput(reference, inputs)),
    };

    private static string UnknownInput(TemplateReference reference, HashSet<string> inputs)
    {
        var known = inputs.Count == 0 ? "There are no inputs yet" : $"Inputs: {Quoted.List(inputs.Order(StringComparer.Ordinal))}";
        return $"{Quoted.Text(reference.Source)} names no input.{Nearest.Hint(reference.Name, inputs)} {known}; add a row that the caller gives, or mend the name.";
    }
}
