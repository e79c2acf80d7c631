namespace ApiAdmin.Core.Customers.Validation;

/// <summary>Tags and VIP level are those of the lists; a level belongs to a VIP; a reason to a blacklisted customer.</summary>
internal sealed class ListRule : ICustomerRule
{
    public IEnumerable<Finding> Check(Customer customer, CustomerCatalog catalog)
    {
        if (customer.Tags.Count > CustomerLimits.Tags)
        {
            yield return new("tags", FindingCodes.OutOfRange, $"There are {customer.Tags.Count} tags; at most {CustomerLimits.Tags} are allowed. Remove some.");
        }

        for (var index = 0; index < customer.Tags.Count; index++)
        {
            if (!catalog.TagsById.ContainsKey(customer.Tags[index]))
            {
                yield return new($"tags[{index}]", FindingCodes.NotFound, $"There is no tag {Quoted.Text(customer.Tags[index])}; it may have been deleted. Choose another.");
            }
        }

        if (customer.VipLevel is { } level && !catalog.LevelsById.ContainsKey(level))
        {
            yield return new("vipLevel", FindingCodes.NotFound, $"There is no VIP level {Quoted.Text(level)}; it may have been deleted. Choose another.");
        }

        if (customer is { VipLevel: not null, Vip: not true })
        {
            yield return new("vipLevel", FindingCodes.NotAllowed, "Only a VIP has a level; say that the customer is one, or remove the level.");
        }

        if (customer is { BlacklistReason.Length: > 0, Blacklisted: false })
        {
            yield return new("blacklistReason", FindingCodes.NotAllowed, "Only a blacklisted customer has a reason for it; blacklist the customer, or remove the reason.");
        }
    }
}
