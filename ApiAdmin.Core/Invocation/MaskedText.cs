using System.Runtime.InteropServices;
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

    public MaskedText(TextPart part) => Parts = part.Text.Length > 0 ? [part] : [];

    private MaskedText(TextPart[] parts) => Parts = new ValueList<TextPart>(parts);

    public static MaskedText Empty { get; } = new(Array.Empty<TextPart>());

    public ValueList<TextPart> Parts { get; }

    public bool IsResolved => !Has(TextPartKind.Unresolved);

    public bool IsSensitive => Has(TextPartKind.Sensitive);

    public static MaskedText Plain(string text) => new([new TextPart(text, TextPartKind.Plain)]);

    public static MaskedText Sensitive(string text) => new([new TextPart(text, TextPartKind.Sensitive)]);

    public static MaskedText Concat(IEnumerable<MaskedText> texts) =>
        Concat(texts is List<MaskedText> list ? CollectionsMarshal.AsSpan(list) : texts.ToArray());

    public static MaskedText Concat(params ReadOnlySpan<MaskedText> texts)
    {
        var count = 0;
        foreach (var text in texts)
        {
            count += text.Parts.Count;
        }

        var all = count == 0 ? [] : new TextPart[count];
        var at = 0;
        foreach (var text in texts)
        {
            text.Parts.Items.CopyTo(all, at);
            at += text.Parts.Count;
        }

        return new MaskedText(all);
    }

    /// <summary>What goes over the wire.</summary>
    public string Reveal() => Join(masked: false);

    /// <summary>What a person may see.</summary>
    public string Masked() => Join(masked: true);

    /// <summary>The same parts with another text each, for escaping by place.</summary>
    public MaskedText Select(Func<string, string> escape) => new(Parts.Select(p => p with { Text = escape(p.Text) }));

    public override string ToString() => Masked();

    private static string Text(TextPart part, bool masked) => masked && part.Kind == TextPartKind.Sensitive ? Mask : part.Text;

    private bool Has(TextPartKind kind)
    {
        foreach (var part in Parts)
        {
            if (part.Kind == kind)
            {
                return true;
            }
        }

        return false;
    }

    private string Join(bool masked)
    {
        switch (Parts.Count)
        {
            case 0: return "";
            case 1: return Text(Parts[0], masked);
        }

        var length = 0;
        foreach (var part in Parts)
        {
            length += Text(part, masked).Length;
        }

        return string.Create(length, (Parts, masked), static (span, state) =>
        {
            foreach (var part in state.Parts)
            {
                var text = Text(part, state.masked);
                text.CopyTo(span);
                span = span[text.Length..];
            }
        });
    }
}
