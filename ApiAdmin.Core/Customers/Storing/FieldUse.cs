using System.Globalization;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers.Storing;

/// <summary>What a field may become while customers have values in it, and the ids of its options.</summary>
internal static class FieldUse
{
    private const string OptionPrefix = "o_";

    /// <summary>Options without an id get the next number of this field.</summary>
    public static ValueList<FieldOption> WithIds(ValueList<FieldOption> options)
    {
        var last = options.Select(option => Number(option.Id)).DefaultIfEmpty(0).Max();
        return [.. options.Select(option => option.Id.Length > 0 ? option : option with { Id = OptionPrefix + (++last).ToString(CultureInfo.InvariantCulture) })];
    }

    public static async Task DemandChangeAsync(AppDbContext db, CustomerField before, CustomerField after, CancellationToken cancellationToken)
    {
        if (before.Type != after.Type && await db.CustomerFieldValues.AnyAsync(row => row.FieldId == before.Id, cancellationToken))
        {
            throw new InvalidException(
                [new Finding("type", FindingCodes.NotAllowed, "Customers have values in this field, so its type stays. Make a new field, or delete this one.")]);
        }

        var uses = new List<Finding>();
        foreach (var option in before.Options.Where(option => after.Options.All(kept => kept.Id != option.Id)))
        {
            var key = FieldValues.Key(option.Id);
            var count = await db.CustomerFieldValues.CountAsync(row => row.FieldId == before.Id && row.Value == key, cancellationToken);
            if (count > 0)
            {
                uses.Add(new Finding("options", FindingCodes.UsedBy, $"{count} customers have the option {Quoted.Text(option.Name)}."));
            }
        }

        if (uses.Count > 0)
        {
            throw new InUseException("Customers have options that would go. Keep those options, or change these customers first.", uses);
        }
    }

    private static long Number(string id) =>
        id.StartsWith(OptionPrefix, StringComparison.Ordinal) && long.TryParse(id.AsSpan(OptionPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
