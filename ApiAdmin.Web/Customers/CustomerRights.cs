using ApiAdmin.Core.Access;
using ApiAdmin.Web.Access;

namespace ApiAdmin.Web.Customers;

/// <summary>Which buttons a person is shown; the services ask again.</summary>
public sealed record CustomerRights(bool MayWrite, bool MayDelete, bool MayErase, bool MayMerge, bool MayReveal, bool SeesValues)
{
    public static CustomerRights None { get; } = new(false, false, false, false, false, false);

    public static async Task<CustomerRights> OfAsync(CurrentActor current, CancellationToken cancellationToken) => new(
        await current.MayAsync(Operation.WriteCustomers, cancellationToken),
        await current.MayAsync(Operation.DeleteCustomers, cancellationToken),
        await current.MayAsync(Operation.EraseCustomers, cancellationToken),
        await current.MayAsync(Operation.MergeCustomers, cancellationToken),
        await current.MayAsync(Operation.RevealCustomer, cancellationToken),
        await current.MayAsync(Operation.SeePersonalValues, cancellationToken));
}
