using System.Globalization;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers.Storing;

/// <summary>Numbers for the ids of fields, tags and levels, given out under the write lock and never again.</summary>
internal static class ListNumbers
{
    public const string Fields = "customer-fields.last";
    public const string Tags = "tags.last";
    public const string Levels = "vip-levels.last";

    /// <param name="first">The number that begins the counting.</param>
    /// <param name="isTaken">Whether a number was given out by hand.</param>
    public static async Task<long> NextAsync(
        AppDbContext db, string setting, long first, Func<long, Task<bool>> isTaken, CancellationToken cancellationToken)
    {
        var row = await db.Settings.SingleOrDefaultAsync(entry => entry.Name == setting, cancellationToken);
        var number = row is null ? first : long.Parse(row.Value, CultureInfo.InvariantCulture) + 1;
        while (await isTaken(number))
        {
            number++;
        }

        var text = number.ToString(CultureInfo.InvariantCulture);
        if (row is null)
        {
            db.Settings.Add(new SettingRow { Name = setting, Value = text });
        }
        else
        {
            row.Value = text;
        }

        return number;
    }
}
