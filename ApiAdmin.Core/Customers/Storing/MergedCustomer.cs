using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Customers.Storing;

/// <summary>One customer made of two: what the first has stands, what it lacks comes from the second, lists are joined.</summary>
internal static class MergedCustomer
{
    public static Customer Of(Customer survivor, Customer merged) => survivor with
    {
        RealName = survivor.RealName ?? merged.RealName,
        Sex = survivor.Sex ?? merged.Sex,
        Phones = [.. survivor.Phones, .. merged.Phones],
        Emails = [.. survivor.Emails, .. merged.Emails],
        Accounts = [.. survivor.Accounts, .. merged.Accounts],
        VisitorIds = [.. survivor.VisitorIds, .. merged.VisitorIds],
        Country = survivor.Country ?? merged.Country,
        Province = survivor.Province ?? merged.Province,
        City = survivor.City ?? merged.City,
        Remark = Remark(survivor.Remark, merged.Remark),
        Vip = survivor.Vip == true || merged.Vip == true ? true : survivor.Vip ?? merged.Vip,
        VipLevel = survivor.VipLevel ?? merged.VipLevel,

        // Whoever was blacklisted stays so: a merge must not be the way off the list.
        Blacklisted = survivor.Blacklisted || merged.Blacklisted,
        BlacklistReason = survivor.BlacklistReason ?? merged.BlacklistReason,
        Enterprise = survivor.Enterprise ?? merged.Enterprise,
        Source = survivor.Source ?? merged.Source,
        Owner = survivor.Owner ?? merged.Owner,
        Tags = [.. survivor.Tags.Union(merged.Tags)],
        Fields = new ValueMap<ValueList<string>>(survivor.Fields.UnionBy(merged.Fields, field => field.Key)),
    };

    /// <summary>Both, the survivor's first; cut where a remark may not be longer.</summary>
    private static string? Remark(string? survivor, string? merged)
    {
        if (survivor is null || merged is null || survivor == merged)
        {
            return survivor ?? merged;
        }

        var both = $"{survivor}\n{merged}";
        return both.Length <= CustomerLimits.Text ? both : survivor;
    }
}
