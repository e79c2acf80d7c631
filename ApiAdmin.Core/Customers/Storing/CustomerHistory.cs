using System.Text.Json;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers.Storing;

/// <summary>Reads the lines of a customer's history.</summary>
internal static class CustomerHistory
{
    private const int MostLooked = 1_000;

    public static async Task<IReadOnlyList<CustomerChange>> ReadAsync(
        AppDbContext db, long id, int skip, int count, bool masked, CancellationToken cancellationToken)
    {
        var rows = await db.CustomerChanges.AsNoTracking().Where(row => row.CustomerId == id)
            .OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Skip(skip).Take(count).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new CustomerChange(
            row.At, row.ActorId, row.ActorName, row.Action, Fields(row).Select(change => masked ? MaskedChange.Of(change) : change).ToValueList()))];
    }

    /// <summary>The members changed since the version a change was made from; none known when that version is not in the history.</summary>
    public static async Task<IReadOnlyList<string>> FieldsSinceAsync(AppDbContext db, long id, VersionMatch since, CancellationToken cancellationToken)
    {
        var rows = await db.CustomerChanges.AsNoTracking().Where(row => row.CustomerId == id)
            .OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(MostLooked).ToListAsync(cancellationToken);
        var newer = rows.TakeWhile(row => !since.Holds(row.Version.ToString("N"))).ToList();
        return newer.Count == rows.Count ? [] : [.. newer.SelectMany(Fields).Select(change => change.Field).Distinct()];
    }

    public static ValueList<FieldChange> Fields(CustomerChangeRow row) =>
        JsonSerializer.Deserialize<ValueList<FieldChange>>(row.FieldsJson, HistoryJson.Options)!;
}
