using System.Globalization;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions.Validation;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Definitions.Storing;

/// <summary>A key that no API has, made of one that is taken: the first free of <c>order-copy</c>, <c>order-copy-2</c> …</summary>
internal static class FreeKey
{
    public static async Task<string> WithAsync(AppDbContext db, string key, string word, CancellationToken cancellationToken)
    {
        for (var number = 1; ; number++)
        {
            var free = Key(key, word, number);
            if (!await db.Apis.AnyAsync(api => api.Key == free, cancellationToken))
            {
                return free;
            }
        }
    }

    /// <summary>The key itself as long as nobody has taken it.</summary>
    public static async Task<string> RestoredAsync(AppDbContext db, string key, CancellationToken cancellationToken) =>
        await db.Apis.AnyAsync(api => api.Key == key, cancellationToken) ? await WithAsync(db, key, "restored", cancellationToken) : key;

    private static string Key(string key, string word, int number)
    {
        var end = number == 1 ? $"-{word}" : string.Create(CultureInfo.InvariantCulture, $"-{word}-{number}");
        return key[..Math.Min(key.Length, BasicsRule.LongestKey - end.Length)].TrimEnd('-') + end;
    }
}
