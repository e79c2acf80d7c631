using ApiAdmin.Core.Customers.Storing;
using ApiAdmin.Core.Data;

namespace ApiAdmin.Core.Customers;

/// <summary>Customers that are not deleted and pass a filter.</summary>
internal static class SearchFilter
{
    public static IQueryable<CustomerRow> Apply(AppDbContext db, IQueryable<CustomerRow> rows, CustomerFilter filter)
    {
        rows = rows.Where(row => row.DeletedAt == null);
        rows = filter.Vip switch { true => rows.Where(row => row.Vip == true), false => rows.Where(row => row.Vip != true), null => rows };
        rows = Usable(filter.VipLevel) is { } level ? rows.Where(row => row.VipLevel == level) : rows;
        rows = filter.Blacklisted is { } blacklisted ? rows.Where(row => row.Blacklisted == blacklisted) : rows;
        rows = Usable(filter.Owner) is { } owner ? rows.Where(row => row.Owner == owner) : rows;
        rows = Usable(filter.Source) is { } source ? rows.Where(row => row.Source == source) : rows;
        if (Usable(filter.Tag) is { } tag)
        {
            rows = rows.Where(row => db.CustomerTags.Any(link => link.TagId == tag && link.CustomerId == row.Id));
        }

        if (Usable(filter.Field) is { } field && Usable(filter.FieldValue) is { } value)
        {
            var key = FieldValues.Key(value);
            rows = rows.Where(row => db.CustomerFieldValues.Any(own => own.FieldId == field && own.Value == key && own.CustomerId == row.Id));
        }

        return rows;
    }

    // PostgreSQL cannot even be asked for a text with U+0000; nothing stored holds one.
    private static string? Usable(string? text) => string.IsNullOrEmpty(text) ? null : text.Replace('\0', '\uFFFD');
}
