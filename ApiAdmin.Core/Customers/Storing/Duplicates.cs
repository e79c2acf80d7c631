using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers.Storing;

/// <summary>Looks for customers that share a phone or e-mail, by the identifiers' one index.</summary>
internal static class Duplicates
{
    public static async Task<IReadOnlyList<PossibleDuplicate>> FindAsync(
        AppDbContext db, long id, int most, bool masked, CancellationToken cancellationToken)
    {
        var own = db.CustomerIdentifiers.Where(row => row.CustomerId == id && row.Kind <= IdentifierKind.Email && row.Value != "");
        var shared = await (
                from mine in own
                join other in db.CustomerIdentifiers on new { mine.Value, mine.Kind } equals new { other.Value, other.Kind }
                join customer in db.Customers on other.CustomerId equals customer.Id
                where other.CustomerId != id && customer.DeletedAt == null
                orderby customer.UpdatedAt descending, customer.Id
                select new { customer.Id, customer.Nick, customer.RealName, customer.UpdatedAt, other.Kind, other.Shown })
            .Take(most * 4).ToListAsync(cancellationToken);
        return [.. shared.GroupBy(row => row.Id).Take(most).Select(rows => new PossibleDuplicate(
            rows.Key, rows.First().Nick, rows.First().RealName, rows.First().UpdatedAt,
            rows.Select(row => masked ? Mask(row.Kind, row.Shown) : row.Shown).Distinct().ToValueList()))];
    }

    private static string Mask(IdentifierKind kind, string shown) => kind == IdentifierKind.Phone ? Masking.Phone(shown) : Masking.Email(shown);
}
