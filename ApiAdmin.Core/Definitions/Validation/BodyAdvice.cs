using ApiAdmin.Core.Definitions.Templates;

namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>Warns of a body that is probably not meant: with GET or HEAD, with an unused template, with rows a template does not use.</summary>
internal sealed class BodyAdvice : IDefinitionRule
{
    public IEnumerable<Finding> Check(ApiDefinition definition, ValidationContext context)
    {
        var body = definition.Body;
        var hasTemplate = DefinitionTemplates.LanguageOf(body.Kind) is not null;
        if (body.Kind != BodyKind.None && definition.Method is "GET" or "HEAD")
        {
            yield return new("body.kind", FindingCodes.Unsafe, $"A body with {definition.Method} is dropped or refused by many servers; use POST unless the other side asks for this.");
        }

        if (!hasTemplate && !string.IsNullOrEmpty(body.Template))
        {
            yield return new("body.template", FindingCodes.NotAllowed, $"The template is not used by a body of the kind {TypeNames.Of(body.Kind)}; it is kept, but not sent.");
        }

        foreach (var (index, row) in hasTemplate ? Unused(definition) : [])
        {
            yield return new($"parameters[{index}]", FindingCodes.NoSuchParam, $"The body param {Quoted.Text(row.Name)} is not sent: the template does not name it.");
        }
    }

    private static IEnumerable<(int Index, RequestParam Row)> Unused(ApiDefinition definition)
    {
        var used = DefinitionTemplates.Of(definition).SelectMany(entry => entry.Template.References)
            .Where(reference => reference.Kind == TemplateSource.Input).Select(reference => reference.Name).ToHashSet(StringComparer.Ordinal);
        return definition.Parameters.Index().Where(entry =>
            entry.Item is { Enabled: true, In: ParamPlace.Body }
            && !(entry.Item.Value is CallerValue caller && used.Contains(string.IsNullOrEmpty(caller.Input) ? entry.Item.Name : caller.Input)));
    }
}
