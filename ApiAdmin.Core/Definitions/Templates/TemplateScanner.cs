using System.Buffers;

namespace ApiAdmin.Core.Definitions.Templates;

/// <summary>Finds the references in a text.</summary>
internal static class TemplateScanner
{
    private const string SecretPrefix = "secrets.";
    private const string SystemPrefix = "system.";

    // What begins an expression in other products' templates; here it is told, not guessed at.
    private static readonly SearchValues<char> NotInNames = SearchValues.Create("{}\"'|()\\<>;=?!`\r\n\t");

    public static (List<TemplatePart> Parts, List<TemplateError> Errors) Scan(string text)
    {
        var parts = new List<TemplatePart>();
        var errors = new List<TemplateError>();
        var literalFrom = 0;
        var at = 0;
        while ((at = text.IndexOf("{{", at, StringComparison.Ordinal)) >= 0)
        {
            var end = text.IndexOf("}}", at + 2, StringComparison.Ordinal);
            if (end < 0)
            {
                errors.Add(TextPosition.Error(text, at, "\"{{\" is not closed. Write }} after the name."));
                break;
            }

            if (Reference(text, at, end, errors) is { } reference)
            {
                AddLiteral(parts, text[literalFrom..at]);
                parts.Add(reference);
                literalFrom = end + 2;
            }

            at = end + 2;
        }

        AddLiteral(parts, text[literalFrom..]);
        return (parts, errors);
    }

    private static TemplateReference? Reference(string text, int at, int end, List<TemplateError> errors)
    {
        var name = text[(at + 2)..end].Trim();
        if (Problem(name) is { } problem)
        {
            errors.Add(TextPosition.Error(text, at, problem));
            return null;
        }

        var (kind, bare) = Split(name);
        if (bare.Length == 0)
        {
            errors.Add(TextPosition.Error(text, at, $"\"{{{{{name}}}}}\" names nothing. Write a name after the dot."));
            return null;
        }

        return new TemplateReference(kind, bare, text[at..(end + 2)], at);
    }

    private static string? Problem(string name)
    {
        if (name.Length == 0)
        {
            return "\"{{}}\" has no name. Write the name of an input, secrets.name or system.name between the braces.";
        }

        return name.AsSpan().ContainsAny(NotInNames)
            ? $"\"{{{{{name}}}}}\" is not a name; there are no expressions. Write {{{{input}}}}, {{{{secrets.name}}}} or {{{{system.name}}}}."
            : null;
    }

    private static (TemplateSource Kind, string Name) Split(string name)
    {
        if (name.StartsWith(SecretPrefix, StringComparison.Ordinal))
        {
            return (TemplateSource.Secret, name[SecretPrefix.Length..]);
        }

        return name.StartsWith(SystemPrefix, StringComparison.Ordinal)
            ? (TemplateSource.System, name[SystemPrefix.Length..])
            : (TemplateSource.Input, name);
    }

    private static void AddLiteral(List<TemplatePart> parts, string text)
    {
        if (text.Length > 0)
        {
            parts.Add(new TemplateLiteral(text));
        }
    }
}
