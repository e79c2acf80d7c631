using System.Text.Json;

namespace ApiAdmin.Core.Definitions.Reading;

/// <summary>The members of an object by name; a name given twice or not usable as text becomes a finding.</summary>
internal static class MemberNames
{
    public static IReadOnlyDictionary<string, JsonElement> Of(JsonElement element, string path, FindingList findings)
    {
        var members = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            if (JsonText.ReadName(property) is not { } name || name.Contains('\0', StringComparison.Ordinal))
            {
                findings.Add(path, FindingCodes.InvalidCharacter, "A member's name holds half of a surrogate pair or U+0000; remove that character.");
            }
            else if (!members.TryAdd(name, property.Value))
            {
                findings.Add(MemberPath.Member(path, name), FindingCodes.Duplicate, $"The member {Quoted.Text(name)} is given twice; keep one of them.");
            }
        }

        return members;
    }
}
