using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers.Storing;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers;

/// <summary>Finds whose number it is that rings: the customers that have exactly this phone number, in any notation.</summary>
public sealed class CallerLookup
{
    public const int Most = 50;

    private readonly IAuthorizer authorizer;
    private readonly IDbContextFactory<AppDbContext> contexts;
    private readonly PhoneReader phones;

    internal CallerLookup(IAuthorizer authorizer, IDbContextFactory<AppDbContext> contexts, PhoneReader phones) =>
        (this.authorizer, this.contexts, this.phones) = (authorizer, contexts, phones);

    /// <summary>The last updated first, then by id, at most <see cref="Most"/>; masked for who may not see personal values.</summary>
    /// <param name="tel">As it arrives in an address: a space before digits was an unescaped plus.</param>
    [Demands(Operation.ReadCustomers)]
    public async Task<IReadOnlyList<StoredCustomer>> FindAsync(Actor actor, string tel, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ReadCustomers, cancellationToken);
        var masked = !await authorizer.AllowsAsync(actor, Operation.SeePersonalValues, cancellationToken);
        var number = phones.Lookup(tel);

        // As in the search, so that a screen pop is no way to guess short numbers.
        return number.Length < (masked ? Masking.FewestSearched : 1)
            ? []
            : await Task.Run(() => ReadAsync(number, tel, masked, cancellationToken), cancellationToken);
    }

    private async Task<IReadOnlyList<StoredCustomer>> ReadAsync(string number, string tel, bool masked, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await (
            from own in db.CustomerIdentifiers
            where own.Value == number && own.Kind == IdentifierKind.Phone
            join customer in db.Customers on own.CustomerId equals customer.Id
            where customer.DeletedAt == null
            orderby customer.UpdatedAt descending, customer.Id
            select customer.Id).Take(Most).ToListAsync(cancellationToken);
        var loaded = await CustomerReader.ReadAsync(db, await CatalogReader.ReadAsync(db, cancellationToken), ids, cancellationToken);
        return [.. loaded.Select(customer => customer.Seen(masked, tel))];
    }
}
