using ApiAdmin.Core.Definitions.Reading;

namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>No text anywhere may hold what no database and no encoding can: U+0000 and halves of surrogate pairs.</summary>
internal sealed class TextRule : IDefinitionRule
{
    public IEnumerable<Finding> Check(ApiDefinition definition, ValidationContext context)
    {
        foreach (var (path, text) in DefinitionTexts.Of(definition))
        {
            if (text is null || LoneSurrogate.IndexIn(text) >= 0)
            {
                yield return new Finding(path, FindingCodes.InvalidCharacter, $"\"{path}\" holds half of a surrogate pair; remove or retype that character.");
            }
            else if (text.IndexOf('\0', StringComparison.Ordinal) is >= 0 and var index)
            {
                yield return new Finding(path, FindingCodes.InvalidCharacter, $"\"{path}\" holds the character U+0000 at position {index + 1}, which cannot be stored; remove it.");
            }
        }
    }
}
