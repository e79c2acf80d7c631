using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Templates;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>Puts values into a template, each escaped for its place.</summary>
internal sealed class TemplateComposer(BuildContext context)
{
    /// <summary>Only a header's constant is left out whole when an optional input in it is not given: then the answer is null.</summary>
    public MaskedText? Compose(TemplateText template, string path, string name)
    {
        if (!IsValid(template, path, name))
        {
            return MaskedText.Plain("");
        }

        var parts = new List<MaskedText>();
        foreach (var part in template.Parts)
        {
            if (part is TemplateLiteral literal)
            {
                parts.Add(MaskedText.Plain(literal.Text));
                continue;
            }

            var reference = (TemplateReference)part;
            if (context.Of(reference, path) is not { } value)
            {
                return null;
            }

            parts.Add(Placed(reference, value, path));
        }

        return MaskedText.Concat(parts);
    }

    /// <summary>
    /// A body: an optional input that is not given is <c>null</c> where a JSON value stands; anywhere else the body
    /// would be sent with a hole in it, so nothing is sent.
    /// </summary>
    public MaskedText ComposeBody(TemplateText template)
    {
        const string Path = "body.template";
        return IsValid(template, Path, "body template")
            ? MaskedText.Concat(template.Parts.Select(part => part is TemplateReference reference
                ? context.Of(reference, Path) is { } value ? Placed(reference, value, Path) : Absent(reference)
                : MaskedText.Plain(((TemplateLiteral)part).Text)))
            : MaskedText.Plain(string.Concat(template.Parts.Select(p => p is TemplateLiteral l ? l.Text : ((TemplateReference)p).Source)));
    }

    private bool IsValid(TemplateText template, string path, string name)
    {
        foreach (var error in template.Errors)
        {
            context.Problem(path, FindingCodes.Malformed, $"\"{name}\", line {error.Line}, column {error.Column}: {error.Message}");
        }

        return template.IsValid;
    }

    private MaskedText Placed(TemplateReference reference, ResolvedValue value, string path)
    {
        if (!value.IsResolved)
        {
            return value.Text;
        }

        switch (reference.Place)
        {
            case TemplatePlace.JsonValue:
                return value.ToJson();
            case TemplatePlace.JsonString:
                return value.Text.Escape(Escapes.Json);
            case TemplatePlace.XmlText or TemplatePlace.XmlAttribute or TemplatePlace.XmlCData:
                return Xml(reference, value, path);
            default:
                return value.Text;
        }
    }

    private MaskedText Xml(TemplateReference reference, ResolvedValue value, string path)
    {
        if (TextRules.Xml(value.Text.Reveal()) is { } wrong)
        {
            var at = reference.Kind == TemplateSource.Input ? $"inputs.{reference.Name}" : path;
            context.Problem(at, FindingCodes.InvalidCharacter, $"The value of \"{reference.Name}\" {wrong}");
            return ResolvedValue.Unresolved(value.Type, reference.Source).Text;
        }

        return value.Text.Escape(reference.Place == TemplatePlace.XmlCData ? Escapes.CData : Escapes.Xml);
    }

    private MaskedText Absent(TemplateReference reference)
    {
        if (reference.Place == TemplatePlace.JsonValue)
        {
            return MaskedText.Plain("null");
        }

        context.Problem(
            $"inputs.{reference.Name}", FindingCodes.Required,
            $"The input \"{reference.Name}\" is not given, and the body template has no way to leave it out. Give it a value, or give its param a default.");
        return ResolvedValue.Unresolved(ParamType.String, reference.Source).Text;
    }
}
