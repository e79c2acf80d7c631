using System.Globalization;
using System.Text.Json;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers.Storing;

/// <summary>Reads the lists that customers refer to.</summary>
internal static class CatalogReader
{
    private const string FieldPrefix = "cf_";

    public static async Task<CustomerCatalog> ReadAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var fields = await db.CustomerFields.AsNoTracking().OrderBy(row => row.Order).ThenBy(row => row.Number).ToListAsync(cancellationToken);
        var tags = await db.Tags.AsNoTracking().OrderBy(row => row.SortKey).ToListAsync(cancellationToken);
        var levels = await db.VipLevels.AsNoTracking().OrderBy(row => row.SortKey).ToListAsync(cancellationToken);
        return new CustomerCatalog(fields.Select(Field), tags.Select(Tag), levels.Select(Level));
    }

    public static string FieldId(long number) => FieldPrefix + number.ToString(CultureInfo.InvariantCulture);

    /// <returns>The number in the id of a field; null when it is none.</returns>
    public static long? FieldNumber(string id) =>
        id.StartsWith(FieldPrefix, StringComparison.Ordinal) && long.TryParse(id.AsSpan(FieldPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static CustomerField Field(CustomerFieldRow row) => new()
    {
        Id = FieldId(row.Number),
        Title = row.Title,
        Type = row.Type,
        Required = row.Required,
        Enabled = row.Enabled,
        Order = row.Order,
        Options = JsonSerializer.Deserialize<ValueList<FieldOption>>(row.OptionsJson)!,
    };

    public static CustomerTag Tag(TagRow row) => new() { Id = row.Id, Group = row.GroupName, Name = row.Name };

    public static VipLevel Level(VipLevelRow row) => new() { Id = row.Id, Name = row.Name };
}
