using System.Text.Json;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Access;

/// <summary>Opens secrets for the invoker; nobody else has a use for a value.</summary>
internal sealed class SecretSource(IDbContextFactory<AppDbContext> contexts, SecretBox box) : ISecretSource
{
    public async Task<IReadOnlyDictionary<string, RevealedSecret>> RevealAsync(
        IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        if (names.Count == 0)
        {
            return new Dictionary<string, RevealedSecret>();
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Secrets.AsNoTracking().Where(row => names.Contains(row.Name)).ToListAsync(cancellationToken);
        var revealed = new Dictionary<string, RevealedSecret>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            revealed[row.Name] = new RevealedSecret(row.Name, await box.OpenAsync(db, row, cancellationToken), Hosts(row));
        }

        return revealed;
    }

    internal static ValueList<string> Hosts(SecretRow row) =>
        (JsonSerializer.Deserialize<string[]>(row.Hosts) ?? []).ToValueList();
}
