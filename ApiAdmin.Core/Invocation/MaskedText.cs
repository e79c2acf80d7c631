using System.Text;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Invocation;

public enum TextPartKind
{
    Plain,

    /// <summary>A secret or a sensitive value: sent, never shown.</summary>
    Sensitive,

    /// <summary>A value nobody gave yet; its text is the placeholder to show. Such a text must not be sent.</summary>
    Unresolved,
}

public readonly record struct TextPart(string Text, TextPartKind Kind);

/// <summary>
/// Text that knows which of its parts must not be seen. Wire and preview both come from it, so they cannot disagree.
/// </summary>
public sealed record MaskedText
{
    public const string Mask = "•••";

    public MaskedText(params IEnumerable<TextPart> parts) => Parts = parts.Where(p => p.Text.Length > 0).ToValueList();

    public static MaskedText Empty { get; } = new([]);

    public ValueList<TextPart> Parts { get; }

    public bool IsResolved => Parts.All(p => p.Kind != TextPartKind.Unresolved);

    public bool IsSensitive => Parts.Any(p => p.Kind == TextPartKind.Sensitive);

    public static MaskedText Plain(string text) => new([new TextPart(text, TextPartKind.Plain)]);

    public static MaskedText Sensitive(string text) => new([new TextPart(text, TextPartKind.Sensitive)]);

    public static MaskedText Concat(params IEnumerable<MaskedText> texts) => new(texts.SelectMany(t => t.Parts));

    /// <summary>What goes over the wire.</summary>
    public string Reveal() => Join(static part => part.Text);

    /// <summary>What a person may see.</summary>
    public string Masked() => Join(static part => part.Kind == TextPartKind.Sensitive ? Mask : part.Text);

    /// <summary>The same parts with another text each, for escaping by place.</summary>
    public MaskedText Select(Func<string, string> escape) => new(Parts.Select(p => p with { Text = escape(p.Text) }));

    public override string ToString() => Masked();

    private string Join(Func<TextPart, string> text)
    {
        switch (Parts.Count)
        {
            case 0: return "";
            case 1: return text(Parts[0]);
        }

        var builder = new StringBuilder();
        foreach (var part in Parts)
        {
            builder.Append(text(part));
        }

        return builder.ToString();
    }
}
