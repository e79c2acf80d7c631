using System.Buffers;
using ApiAdmin.Core.Access;

namespace ApiAdmin.Core.Customers.Query;

/// <summary>
/// The internal customer query: finds the one customer to whom all that is given belongs, and writes it as the flat object existing
/// clients read; the four bytes <c>null</c> when nobody fits or nothing was given. Of several who fit, the last updated, then the lowest id.
/// </summary>
public sealed class CustomerQueryService
{
    private readonly IAuthorizer authorizer;
    private readonly ICustomerLookup lookup;
    private readonly CatalogCache catalogs;

    internal CustomerQueryService(IAuthorizer authorizer, ICustomerLookup lookup, CatalogCache catalogs) =>
        (this.authorizer, this.lookup, this.catalogs) = (authorizer, lookup, catalogs);

    /// <returns>How many fit.</returns>
    [Demands(Operation.QueryCustomers)]
    public async ValueTask<int> AnswerAsync(Actor actor, CustomerQuery query, IBufferWriter<byte> output, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.QueryCustomers, cancellationToken);
        return await FindAsync(query, output, cancellationToken);
    }

    internal async ValueTask<int> FindAsync(CustomerQuery query, IBufferWriter<byte> output, CancellationToken cancellationToken)
    {
        var count = 0;
        if (!query.IsBlank)
        {
            var catalog = await catalogs.GetAsync(cancellationToken);
            count = await lookup.FindAsync(query, output, catalog, cancellationToken);
        }

        if (count == 0)
        {
            output.Write("null"u8);
        }

        return count;
    }
}
