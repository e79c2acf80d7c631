using ApiAdmin.Core.Definitions.Templates;

namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>The body has the template its kind needs.</summary>
internal sealed class RequestBodyRule : IDefinitionRule
{
    private const int LongestTemplate = 1024 * 1024;

    public IEnumerable<Finding> Check(ApiDefinition definition, ValidationContext context)
    {
        var body = definition.Body;
        if (DefinitionTemplates.LanguageOf(body.Kind) is not null && string.IsNullOrWhiteSpace(body.Template))
        {
            yield return new("body.template", FindingCodes.Required, "The body's template is missing; write it, or choose another kind of body.");
        }

        if (body.Template is { } template && NameText.TooLong("body.template", template, "The template", LongestTemplate) is { } tooLong)
        {
            yield return tooLong;
        }
    }
}
