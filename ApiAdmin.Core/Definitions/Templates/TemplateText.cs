namespace ApiAdmin.Core.Definitions.Templates;

/// <summary>
/// Text with references <c>{{name}}</c> (an input), <c>{{secrets.x}}</c> and <c>{{system.x}}</c>, split once. There are
/// no expressions. A lone <c>}}</c> is text, so that JSON may end in it.
/// </summary>
public sealed record TemplateText
{
    private TemplateText(ValueList<TemplatePart> parts, ValueList<TemplateError> errors)
    {
        Parts = parts;
        Errors = errors;
    }

    /// <summary>Literals and references in order; a malformed reference stands as a literal.</summary>
    public ValueList<TemplatePart> Parts { get; }

    /// <summary>What is wrong with it, with line and column; a template with errors must not be built.</summary>
    public ValueList<TemplateError> Errors { get; }

    public bool IsValid => Errors.Count == 0;

    public IEnumerable<TemplateReference> References => Parts.OfType<TemplateReference>();

    /// <summary>The one reference it consists of, or null.</summary>
    public TemplateReference? Single => Parts is [TemplateReference only] ? only : null;

    /// <summary>A constant, a header value or a plain text body.</summary>
    public static TemplateText Parse(string text) => Parse(text, TemplateLanguage.Text);

    /// <summary>
    /// A template in <paramref name="language"/>: each reference learns its place (inside a JSON string, in XML text …)
    /// and the whole is checked to be well-formed with any values in its places.
    /// </summary>
    public static TemplateText Parse(string text, TemplateLanguage language)
    {
        var (parts, errors) = TemplateScanner.Scan(text);
        if (errors.Count == 0 && language != TemplateLanguage.Text)
        {
            parts = language == TemplateLanguage.Json
                ? JsonTemplateCheck.Place(text, parts, errors)
                : XmlTemplateCheck.Place(text, parts, errors);
        }

        return new([.. parts], [.. errors]);
    }
}

public enum TemplateLanguage { Text, Json, Xml }

public abstract record TemplatePart;

public sealed record TemplateLiteral(string Text) : TemplatePart;

/// <param name="Source">As it is written, with its braces.</param>
/// <param name="Index">Where it begins, in characters from 0.</param>
public sealed record TemplateReference(TemplateSource Kind, string Name, string Source, int Index) : TemplatePart
{
    public TemplatePlace Place { get; init; } = TemplatePlace.Text;
}

public enum TemplateSource { Input, Secret, System }

/// <summary>What a value has to be escaped for.</summary>
public enum TemplatePlace { Text, JsonString, JsonValue, XmlText, XmlAttribute, XmlCData }

/// <summary>Line and column count from 1.</summary>
public sealed record TemplateError(int Line, int Column, string Message);
