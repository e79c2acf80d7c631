using System.Text.RegularExpressions;

namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>Media types by RFC 9110, section 8.3.1: <c>type/subtype; name=value</c>.</summary>
internal static partial class MediaType
{
    public static bool IsWellFormed(string text) => text.Length <= 200 && Whole().IsMatch(text);

    [GeneratedRegex(
        """^[!#$%&'*+\-.^_`|~0-9A-Za-z]+/[!#$%&'*+\-.^_`|~0-9A-Za-z]+(?:[ \t]*;[ \t]*[!#$%&'*+\-.^_`|~0-9A-Za-z]+=(?:[!#$%&'*+\-.^_`|~0-9A-Za-z]+|"(?:[\t !#-\[\]-~]|\\[\t -~])*"))*\z""",
        RegexOptions.NonBacktracking)]
    private static partial Regex Whole();
}
