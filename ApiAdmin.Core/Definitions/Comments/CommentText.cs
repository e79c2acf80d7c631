using ApiAdmin.Core.Definitions.Validation;

namespace ApiAdmin.Core.Definitions.Comments;

/// <summary>What may be kept as the text of a comment.</summary>
internal static class CommentText
{
    /// <returns>The text with one kind of line end and nothing blank around it.</returns>
    /// <exception cref="InvalidException">It is blank, too long or holds characters that cannot be kept.</exception>
    public static string Demand(string text)
    {
        // Half a character cannot be stored; runes read it as the mark for what is broken.
        var clean = string.Concat(text.ReplaceLineEndings("\n").Trim().EnumerateRunes());
        var finding = clean.Length == 0
            ? new Finding("text", FindingCodes.Required, "The comment is empty; write something first.")
            : clean.Contains('\0', StringComparison.Ordinal)
            ? new Finding("text", FindingCodes.InvalidCharacter, "The comment holds the character U+0000, which cannot be kept; remove it.")
            : NameText.TooLong("text", clean, "The comment", ICommentService.MostCharacters) ?? NameText.Control("text", clean, "The comment", allowed: "\n\t");
        return finding is null ? clean : throw new InvalidException([finding]);
    }
}
