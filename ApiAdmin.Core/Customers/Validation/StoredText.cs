namespace ApiAdmin.Core.Customers.Validation;

/// <summary>What any text must fulfil to be kept as typed on every database; each answers a finding or null.</summary>
internal static class StoredText
{
    /// <summary>Control characters are kept; U+0000 and half a surrogate pair no database of ours can keep.</summary>
    public static Finding? Check(string path, string? text, string what, int longest)
    {
        if (text is null)
        {
            return null;
        }

        if (text.Length > longest)
        {
            return new(path, FindingCodes.TooLong, $"{what} has {text.Length} characters; at most {longest} are allowed. Shorten it.");
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            return new(path, FindingCodes.InvalidCharacter, $"{what} holds the character U+0000, which cannot be kept; remove it.");
        }

        return IsWellFormed(text) ? null : new(path, FindingCodes.InvalidCharacter, $"{what} holds half a character (a lone surrogate); remove it or type it anew.");
    }

    public static Finding? Required(string path, string? text, string what, int longest) => string.IsNullOrWhiteSpace(text)
        ? new(path, FindingCodes.Required, $"{what} is missing; give it one.")
        : Check(path, text, what, longest);

    private static bool IsWellFormed(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogate(text[index]) && !(char.IsHighSurrogate(text[index]) && ++index < text.Length && char.IsLowSurrogate(text[index])))
            {
                return false;
            }
        }

        return true;
    }
}
