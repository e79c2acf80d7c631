using ApiAdmin.Core.Customers;

namespace ApiAdmin.Web.Customers.Detail;

/// <summary>
/// The one customer whose personal values were revealed last on this circuit, so that its form need not be revealed again. It goes with
/// the circuit and with the next customer that is opened.
/// </summary>
public sealed class RevealedHere
{
    private StoredCustomer? revealed;

    public void Keep(StoredCustomer customer) => revealed = customer.IsMasked ? null : customer;

    /// <summary>The customer with what was revealed of it; as it is when nothing was, or its values have changed since.</summary>
    public StoredCustomer Seen(StoredCustomer stored) => revealed is null ? stored : stored.WithValuesOf(revealed);

    /// <summary>Forgets everybody but the customer that is open now.</summary>
    public void Only(long id) => revealed = revealed?.Id == id ? revealed : null;
}
