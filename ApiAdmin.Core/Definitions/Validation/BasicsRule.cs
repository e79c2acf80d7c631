using System.Text.RegularExpressions;

namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>Schema, key, name, description, category.</summary>
internal sealed partial class BasicsRule : IDefinitionRule
{
    public const int LongestKey = 64;

    private const int LongestCategory = 100;
    private const int LongestDescription = 4_000;

    public IEnumerable<Finding> Check(ApiDefinition definition, ValidationContext context)
    {
        if (definition.Schema != ApiDefinition.SchemaId)
        {
            yield return new("schema", FindingCodes.UnknownValue, $"The schema {Quoted.Text(definition.Schema)} is not known to this version of ApiAdmin; it reads \"{ApiDefinition.SchemaId}\".");
        }

        Finding?[] findings =
        [
            Key(definition.Key),
            NameText.Line("name", definition.Name, "The name"),
            NameText.TooLong("description", definition.Description, "The description", LongestDescription)
                ?? NameText.Control("description", definition.Description, "The description", allowed: "\r\n\t"),
            NameText.Line("category", definition.Category, "The category", LongestCategory, required: false),
        ];
        foreach (var finding in findings.OfType<Finding>())
        {
            yield return finding;
        }
    }

    private static Finding? Key(string key)
    {
        if (key.Length == 0)
        {
            return new("key", FindingCodes.Required, "The key is missing; give one such as order-status.");
        }

        if (key.Length > LongestKey)
        {
            return new("key", FindingCodes.TooLong, $"The key has {key.Length} characters; at most {LongestKey} are allowed. Shorten it.");
        }

        if (!Slug().IsMatch(key))
        {
            return new("key", FindingCodes.InvalidCharacter, $"The key {Quoted.Text(key)} may hold only lower-case letters a-z, digits and single hyphens between them, for example order-status.");
        }

        return ReservedKeys.All.Contains(key)
            ? new("key", FindingCodes.NotAllowed, $"The key \"{key}\" is an address of ApiAdmin itself; choose another, for example {key}-api.")
            : null;
    }

    [GeneratedRegex(@"^[a-z0-9]+(?:-[a-z0-9]+)*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Slug();
}
