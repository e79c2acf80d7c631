using System.Globalization;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions.Validation;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Definitions.Storing;

/// <summary>How the copy of an API is called: "Order status (copy)" with the first free of <c>order-status-copy</c>, <c>order-status-copy-2</c> …</summary>
internal static class DefinitionCopy
{
    private const string NameEnd = " (copy)";

    public static async Task<ApiDefinition> OfAsync(AppDbContext db, ApiDefinition source, CancellationToken cancellationToken)
    {
        for (var number = 1; ; number++)
        {
            var key = Key(source.Key, number);
            if (!await db.Apis.AnyAsync(api => api.Key == key, cancellationToken))
            {
                return source with { Key = key, Name = Cut(source.Name, NameText.Longest - NameEnd.Length).TrimEnd() + NameEnd };
            }
        }
    }

    private static string Key(string key, int number)
    {
        var end = number == 1 ? "-copy" : string.Create(CultureInfo.InvariantCulture, $"-copy-{number}");
        return Cut(key, BasicsRule.LongestKey - end.Length).TrimEnd('-') + end;
    }

    /// <summary>Never between the halves of a character.</summary>
    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
