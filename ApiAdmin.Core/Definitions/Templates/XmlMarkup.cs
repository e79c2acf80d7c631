namespace ApiAdmin.Core.Definitions.Templates;

/// <summary>Which part of XML markup a position is in, carried from literal to literal.</summary>
/// <param name="End">What ends the current section; null in text.</param>
internal readonly record struct XmlMarkup(XmlSection Section, string? End)
{
    public static XmlMarkup Text => new(XmlSection.Text, null);

    /// <summary>How a value is escaped here; null where none may stand.</summary>
    public TemplatePlace? Place => Section switch
    {
        XmlSection.Text => TemplatePlace.XmlText,
        XmlSection.Attribute => TemplatePlace.XmlAttribute,
        XmlSection.CData => TemplatePlace.XmlCData,
        _ => null,
    };

    public XmlMarkup After(string literal)
    {
        var state = this;
        for (var at = 0; at < literal.Length;)
        {
            (state, at) = state.Step(literal, at);
        }

        return state;
    }

    private (XmlMarkup State, int At) Step(string text, int at)
    {
        switch (Section)
        {
            case XmlSection.Text:
                var open = text.IndexOf('<', at);
                return open < 0 ? (this, text.Length) : Open(text, open);
            case XmlSection.Tag when text[at] is '"' or '\'':
                return (new(XmlSection.Attribute, text[at].ToString()), at + 1);
            case XmlSection.Tag:
                return (text[at] == '>' ? Text : this, at + 1);
            default:
                var end = text.IndexOf(End!, at, StringComparison.Ordinal);
                var after = Section == XmlSection.Attribute ? new XmlMarkup(XmlSection.Tag, null) : Text;
                return end < 0 ? (this, text.Length) : (after, end + End!.Length);
        }
    }

    private static (XmlMarkup State, int At) Open(string text, int at)
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("<![CDATA["))
        {
            return (new(XmlSection.CData, "]]>"), at + 9);
        }

        if (rest.StartsWith("<!--"))
        {
            return (new(XmlSection.Other, "-->"), at + 4);
        }

        return rest.StartsWith("<?") ? (new(XmlSection.Other, "?>"), at + 2) : (new(XmlSection.Tag, null), at + 1);
    }
}

internal enum XmlSection { Text, Tag, Attribute, CData, Other }
