using System.Buffers;

namespace ApiAdmin.Core.Customers.Query;

/// <summary>The straight way from what a caller knows to the answer's bytes, by the means of one database.</summary>
internal interface ICustomerLookup
{
    /// <summary>Writes the customer that fits, or nothing when nobody does.</summary>
    /// <returns>How many fit.</returns>
    ValueTask<int> FindAsync(CustomerQuery query, IBufferWriter<byte> output, WireCatalog catalog, CancellationToken cancellationToken);
}
