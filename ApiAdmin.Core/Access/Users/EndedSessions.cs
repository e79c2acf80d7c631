using System.Globalization;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Access;

/// <summary>
/// Sessions that a person has signed out of, remembered until their cookie would have run out anyway: whoever kept a
/// copy of the cookie has nothing. Other browsers of the same person stay signed in.
/// </summary>
public sealed class EndedSessions(IDbContextFactory<AppDbContext> contexts, TimeProvider clock)
{
    private const string Prefix = "ended-session:";

    /// <param name="session">The session's own id.</param>
    /// <param name="life">How long a session's cookie is good at most.</param>
    public async Task EndAsync(string session, TimeSpan life, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var rows = await db.Settings.Where(row => row.Name.StartsWith(Prefix)).ToListAsync(cancellationToken);
        db.RemoveRange(rows.Where(row => DateTimeOffset.Parse(row.Value, CultureInfo.InvariantCulture) <= now));
        if (rows.All(row => row.Name != Prefix + session))
        {
            db.Add(new SettingRow { Name = Prefix + session, Value = (now + life).ToString("O", CultureInfo.InvariantCulture) });
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public async Task<bool> HasEndedAsync(string session, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Settings.AnyAsync(row => row.Name == Prefix + session, cancellationToken);
    }
}
