using System.Text;
using System.Xml;

namespace ApiAdmin.Core.Definitions.Templates;

/// <summary>Tells where in the markup each reference stands, and whether the rest is well-formed XML without a DTD.</summary>
internal static class XmlTemplateCheck
{
    public static List<TemplatePart> Place(string text, List<TemplatePart> parts, List<TemplateError> errors)
    {
        var state = XmlMarkup.Text;
        var placed = new List<TemplatePart>(parts.Count);
        var sample = new StringBuilder(text.Length);
        foreach (var part in parts)
        {
            if (part is TemplateReference reference)
            {
                sample.Append('x', reference.Source.Length);
                placed.Add(Placed(reference, state, text, errors));
                continue;
            }

            var literal = ((TemplateLiteral)part).Text;
            sample.Append(literal);
            state = state.After(literal);
            placed.Add(part);
        }

        if (errors.Count == 0)
        {
            Check(sample.ToString(), errors);
        }

        return placed;
    }

    private static TemplateReference Placed(TemplateReference reference, XmlMarkup state, string text, List<TemplateError> errors)
    {
        if (state.Place is { } place)
        {
            return reference with { Place = place };
        }

        errors.Add(TextPosition.Error(
            text, reference.Index, $"{reference.Source} stands in the markup itself. A value can only stand in text, in CDATA or in an attribute's quotes."));
        return reference;
    }

    private static void Check(string sample, List<TemplateError> errors)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        try
        {
            using var reader = XmlReader.Create(new StringReader(sample), settings);
            while (reader.Read())
            {
            }
        }
        catch (XmlException exception)
        {
            errors.Add(new TemplateError(
                Math.Max(1, exception.LineNumber), Math.Max(1, exception.LinePosition), $"The template is not XML here. {exception.Message}"));
        }
    }
}
