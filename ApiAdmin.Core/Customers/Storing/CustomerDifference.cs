using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Customers.Storing;

/// <summary>Which members differ between two states of a customer, in words a person reads: names of tags, levels and options, not ids.</summary>
internal sealed class CustomerDifference(CustomerCatalog catalog)
{
    public const string FieldPrefix = "fields.";

    /// <param name="before">Null for a new customer.</param>
    public IReadOnlyList<FieldChange> Between(Customer? before, Customer after) =>
    [
        .. from name in Names
           let was = before is null ? null : Text(name, before)
           let now = Text(name, after)
           where !string.Equals(was, now, StringComparison.Ordinal)
           select new FieldChange(name, was, now),
    ];

    private IEnumerable<string> Names =>
    [
        "nick", "realName", "sex", "phones", "emails", "accounts", "visitorIds", "country", "province", "city", "remark", "vip", "vipLevel",
        "blacklisted", "blacklistReason", "enterprise", "source", "owner", "tags", .. catalog.Fields.Select(own => FieldPrefix + own.Id),
    ];

    private string? Text(string name, Customer customer) => name switch
    {
        "nick" => customer.Nick,
        "realName" => customer.RealName,
        "sex" => customer.Sex?.ToString().ToLowerInvariant(),
        "phones" => Lines(customer.Phones),
        "emails" => Lines(customer.Emails),
        "accounts" => Lines(customer.Accounts.Select(account => $"{AccountKinds.Name(account.Kind)}: {account.Value}")),
        "visitorIds" => Lines(customer.VisitorIds),
        "country" => customer.Country,
        "province" => customer.Province,
        "city" => customer.City,
        "remark" => customer.Remark,
        "vip" => Flag(customer.Vip),
        "vipLevel" => customer.VipLevel is { } level ? catalog.LevelsById.GetValueOrDefault(level)?.Name ?? level : null,
        "blacklisted" => Flag(customer.Blacklisted ? true : null),
        "blacklistReason" => customer.BlacklistReason,
        "enterprise" => customer.Enterprise,
        "source" => customer.Source,
        "owner" => customer.Owner,
        "tags" => Lines(customer.Tags.Select(id => catalog.TagsById.GetValueOrDefault(id) is { } tag ? $"{tag.Group}: {tag.Name}" : id)),
        _ => Field(name[FieldPrefix.Length..], customer),
    };

    private string? Field(string id, Customer customer) =>
        catalog.FieldsById.TryGetValue(id, out var field) && customer.Fields.TryGetValue(id, out var values)
            ? Lines(field.IsChoice ? values.Select(value => FieldTexts.OptionName(field, value)) : values)
            : null;

    private static string? Flag(bool? flag) => flag switch { true => "yes", false => "no", null => null };

    private static string? Lines(IEnumerable<string> items) => string.Join('\n', items) is { Length: > 0 } lines ? lines : null;
}
