using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Access;

/// <summary>What a key may be; all that is wrong with a wish at once.</summary>
internal static class ApiKeyRules
{
    private const int LongestName = 100;

    public static void Demand(NewApiKey key, DateTimeOffset now)
    {
        var findings = new List<Finding>();
        if (string.IsNullOrWhiteSpace(key.Name) || key.Name.Length > LongestName || key.Name.Any(char.IsControl))
        {
            findings.Add(new Finding("name", FindingCodes.Required, "Name the key after who will use it, in at most 100 characters."));
        }

        if (key.Scopes.Count == 0)
        {
            findings.Add(new Finding("scopes", FindingCodes.Required, $"Give at least one scope: {string.Join(", ", Scopes.All)}."));
        }

        findings.AddRange(key.Scopes.Except(Scopes.All).Select(scope => new Finding(
            "scopes", FindingCodes.UnknownValue, $"There is no scope '{scope}'. Choose from {string.Join(", ", Scopes.All)}.")));
        if (key.ExpiresAt <= now)
        {
            findings.Add(new Finding("expiresAt", FindingCodes.OutOfRange, "The key would have expired already. Give a time to come, or none."));
        }

        if (findings.Count > 0)
        {
            throw new InvalidException(findings);
        }
    }

    public static void Demand(KeyRotation rotation, ApiKeyRow row, DateTimeOffset now)
    {
        var findings = new List<Finding>();
        if (row.RevokedAt is not null || row.ExpiresAt <= now)
        {
            findings.Add(new Finding("", FindingCodes.NotAllowed, "This key has ended already, so there is nothing to change over. Make a new key."));
        }

        if (rotation.OldEndsAt <= now || rotation.OldEndsAt > row.ExpiresAt)
        {
            findings.Add(new Finding("oldEndsAt", FindingCodes.OutOfRange, "The old key must end after now, and no later than it would anyway."));
        }

        if (rotation.ExpiresAt <= now)
        {
            findings.Add(new Finding("expiresAt", FindingCodes.OutOfRange, "The key would have expired already. Give a time to come, or none."));
        }

        if (findings.Count > 0)
        {
            throw new InvalidException(findings);
        }
    }
}
