using ApiAdmin.Core.Interchange.Curl;

namespace ApiAdmin.Web.Interchange;

public enum CredentialUse { Make, Existing, Keep }

/// <summary>What becomes of one credential of a pasted command.</summary>
public sealed class CredentialChoice(FoundCredential found, IReadOnlyList<string> existing)
{
    public FoundCredential Found => found;

    /// <summary>The secrets there are; making one never replaces one of them.</summary>
    public IReadOnlyList<string> ExistingNames => existing;

    public CredentialUse Use { get; set; } = CredentialUse.Make;

    /// <summary>Of the secret to be made.</summary>
    public string Name { get; set; } = Free(found.SuggestedName, existing);

    public string Existing { get; set; } = existing.Count > 0 ? existing[0] : "";

    public string? Error { get; set; }

    /// <summary>It was made at an earlier try to fill the form.</summary>
    public bool IsMade { get; set; }

    /// <summary>The secret that takes the value's place; null when the value stays.</summary>
    public string? Secret => Use switch
    {
        CredentialUse.Make => Name.Trim(),
        CredentialUse.Existing => Existing,
        _ => null,
    };

    private static string Free(string wanted, IReadOnlyList<string> taken)
    {
        var name = wanted;
        for (var number = 2; taken.Contains(name); number++)
        {
            name = FormattableString.Invariant($"{wanted}-{number}");
        }

        return name;
    }
}
