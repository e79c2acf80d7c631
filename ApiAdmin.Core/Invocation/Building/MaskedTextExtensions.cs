namespace ApiAdmin.Core.Invocation.Building;

internal static class MaskedTextExtensions
{
    /// <summary>Escapes what is known; a placeholder stays readable for the preview.</summary>
    public static MaskedText Escape(this MaskedText text, Func<string, string> escape) =>
        text.Parts.Count == 1
            ? Escape(text, text.Parts[0], escape)
            : new(text.Parts.Select(part => part.Kind == TextPartKind.Unresolved ? part : part with { Text = escape(part.Text) }));

    private static MaskedText Escape(MaskedText text, TextPart part, Func<string, string> escape)
    {
        var escaped = part.Kind == TextPartKind.Unresolved ? part.Text : escape(part.Text);
        return ReferenceEquals(escaped, part.Text) ? text : new MaskedText(part with { Text = escaped });
    }
}
