using System.Text.Json;

namespace ApiAdmin.Core.Definitions.Templates;

/// <summary>Every text of a definition in which <c>{{…}}</c> stands for something, with its place.</summary>
public static class DefinitionTemplates
{
    /// <summary>Constants of enabled rows and the body template; the URL has its own parser, <see cref="Urls.UrlTemplate"/>.</summary>
    public static IEnumerable<(string Path, TemplateText Template)> Of(ApiDefinition definition)
    {
        foreach (var (path, row) in DefinitionRows.Enabled(definition))
        {
            if (row.Value is ConstantValue { Value: { Kind: JsonValueKind.String } constant } && constant.TryToPlainText(out var text))
            {
                yield return ($"{path}.value.value", TemplateText.Parse(text));
            }
        }

        if (definition.Body.Template is { } template && LanguageOf(definition.Body.Kind) is { } language)
        {
            yield return ("body.template", TemplateText.Parse(template, language));
        }
    }

    /// <summary>The language of a body's template; null when bodies of that kind have none.</summary>
    public static TemplateLanguage? LanguageOf(BodyKind kind) => kind switch
    {
        BodyKind.JsonTemplate => TemplateLanguage.Json,
        BodyKind.Xml => TemplateLanguage.Xml,
        BodyKind.Text => TemplateLanguage.Text,
        _ => null,
    };
}
