using System.Text.RegularExpressions;

namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>What a secret may be called.</summary>
public static partial class SecretName
{
    public const string Rule = "lower-case letters, digits and single hyphens, at most 64, for example orders-token";

    public static bool IsValid(string name) => name.Length <= 64 && Name().IsMatch(name);

    internal static Finding? Fault(string path, string name) => name.Length == 0
        ? new(path, FindingCodes.Required, "The secret's name is missing; choose one of the secrets.")
        : IsValid(name) ? null : new(path, FindingCodes.InvalidCharacter, $"{Quoted.Text(name)} is no secret's name: {Rule}.");

    [GeneratedRegex(@"^[a-z0-9]+(?:-[a-z0-9]+)*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
