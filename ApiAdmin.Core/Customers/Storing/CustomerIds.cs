using System.Globalization;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers.Storing;

/// <summary>Gives out ids under the write lock. An id that once was a customer's is never given to another, erased or merged as it may be.</summary>
internal static class CustomerIds
{
    private const long First = 10_000_001;
    private const string Setting = "customers.last-id";

    /// <exception cref="TakenException">The id that was asked for is another customer's.</exception>
    public static async Task<long> TakeAsync(AppDbContext db, long? asked, CancellationToken cancellationToken)
    {
        if (asked is not { } id)
        {
            return await NextAsync(db, cancellationToken);
        }

        if (id is <= 0 or > CustomerLimits.LargestId)
        {
            throw new InvalidException([new Finding("id", FindingCodes.OutOfRange, $"The id {id} must be a number from 1 to {CustomerLimits.LargestId}; or leave it out.")]);
        }

        if (await db.Customers.AnyAsync(row => row.Id == id, cancellationToken) || await db.CustomerMerges.AnyAsync(row => row.MergedId == id, cancellationToken))
        {
            var message = $"The id {id} belongs to another customer, which may be deleted or merged; choose another id, or leave it out.";
            throw new TakenException(message, [new Finding("id", FindingCodes.Taken, message)]);
        }

        return id;
    }

    public static async Task<long> NextAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var largest = await db.Customers.MaxAsync(row => (long?)row.Id, cancellationToken) ?? 0;
        return Math.Max(First - 1, Math.Max(largest, await GoneAsync(db, cancellationToken))) + 1;
    }

    /// <summary>Keeps ids in a row for who adds many customers over a while; nobody else is given them.</summary>
    /// <returns>The first.</returns>
    public static async Task<long> ReserveAsync(AppDbContext db, long count, CancellationToken cancellationToken)
    {
        var first = await NextAsync(db, cancellationToken);
        await NoteGoneAsync(db, first + count - 1, cancellationToken);
        return first;
    }

    /// <summary>To be called when a customer's row goes for good.</summary>
    public static async Task NoteGoneAsync(AppDbContext db, long id, CancellationToken cancellationToken)
    {
        var setting = await db.Settings.SingleOrDefaultAsync(row => row.Name == Setting, cancellationToken);
        var text = id.ToString(CultureInfo.InvariantCulture);
        if (setting is null)
        {
            db.Settings.Add(new SettingRow { Name = Setting, Value = text });
        }
        else if (Parse(setting.Value) < id)
        {
            setting.Value = text;
        }
    }

    private static async Task<long> GoneAsync(AppDbContext db, CancellationToken cancellationToken) =>
        await db.Settings.Where(row => row.Name == Setting).Select(row => row.Value).SingleOrDefaultAsync(cancellationToken) is { } value ? Parse(value) : 0;

    private static long Parse(string value) => long.Parse(value, CultureInfo.InvariantCulture);
}
