using System.Text.RegularExpressions;

namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>What a secret may be called.</summary>
public static partial class SecretName
{
    public const string Rule = "1 to 64 letters, digits, dots, underscores and hyphens, beginning with a letter or digit, for example orders-token";

    public static bool IsValid(string name) => Name().IsMatch(name);

    internal static Finding? Fault(string path, string name) => name.Length == 0
        ? new(path, FindingCodes.Required, "The secret's name is missing; choose one of the secrets.")
        : IsValid(name) ? null : new(path, FindingCodes.InvalidCharacter, $"{Quoted.Text(name)} is no secret's name: {Rule}.");

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
