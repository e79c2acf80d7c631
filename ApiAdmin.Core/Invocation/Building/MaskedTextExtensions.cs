namespace ApiAdmin.Core.Invocation.Building;

internal static class MaskedTextExtensions
{
    /// <summary>Escapes what is known; a placeholder stays readable for the preview.</summary>
    public static MaskedText Escape(this MaskedText text, Func<string, string> escape) =>
        new(text.Parts.Select(part => part.Kind == TextPartKind.Unresolved ? part : part with { Text = escape(part.Text) }));
}
