namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>Headers that HTTP itself needs to be right: nobody else may set them.</summary>
internal static class ForbiddenHeaders
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Content-Length", "Transfer-Encoding", "Connection", "TE", "Upgrade", "Expect", "Trailer", "Keep-Alive",
    };

    public static bool Contains(string name) => Names.Contains(name) || name.StartsWith("Proxy-", StringComparison.OrdinalIgnoreCase);

    /// <summary>What is wrong with a header's name, or null.</summary>
    public static Finding? Fault(string path, string name)
    {
        if (name.Length == 0)
        {
            return new(path, FindingCodes.Required, "The header's name is missing; give it one, for example X-Tenant.");
        }

        if (NameText.TooLong(path, name, "The header's name", NameText.Longest) is { } tooLong)
        {
            return tooLong;
        }

        if (!NameText.IsToken(name))
        {
            return new(path, FindingCodes.InvalidCharacter, $"{Quoted.Text(name)} is no header name: {NameText.NotOfAToken(name)} cannot stand in it. Use letters, digits and hyphens.");
        }

        return Contains(name)
            ? new(path, FindingCodes.NotAllowed, $"The header {Quoted.Text(name)} is set by ApiAdmin itself and cannot be given; remove the row.")
            : null;
    }
}
