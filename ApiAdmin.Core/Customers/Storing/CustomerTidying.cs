using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Customers.Storing;

/// <summary>
/// What was handed in, as it is kept: empty texts are none, identifiers without blanks around them and each once, phone numbers in one
/// notation, tags and fields in the order of their lists, and what stands in disabled fields carried over.
/// </summary>
internal static class CustomerTidying
{
    public static Customer Tidy(Customer given, Customer? stored, CustomerCatalog catalog, PhoneReader phones) => given with
    {
        RealName = Text(given.RealName),
        Country = Text(given.Country),
        Province = Text(given.Province),
        City = Text(given.City),
        Remark = Text(given.Remark),
        VipLevel = Text(given.VipLevel),
        BlacklistReason = Text(given.BlacklistReason),
        Enterprise = Text(given.Enterprise),
        Source = Text(given.Source),
        Owner = Text(given.Owner),
        Phones = [.. given.Phones.Select(phones.Read).DistinctBy(phone => phone.Value.Length > 0 ? phone.Value : phone.Shown).Select(phone => phone.Shown)],
        Emails = [.. given.Emails.Select(email => email.Trim()).DistinctBy(Identifiers.Email)],
        VisitorIds = [.. given.VisitorIds.Select(Identifiers.Exact).Distinct()],
        Accounts = [.. given.Accounts.Select(account => account with { Value = Identifiers.Exact(account.Value) }).Distinct().OrderBy(account => account.Kind)],
        Tags = [.. catalog.Tags.Select(tag => tag.Id).Where(given.Tags.Contains)],
        Fields = Fields(given.Fields, stored?.Fields ?? ValueMap<ValueList<string>>.Empty, catalog),
    };

    private static string? Text(string? text) => text is { Length: > 0 } ? text : null;

    private static ValueMap<ValueList<string>> Fields(
        ValueMap<ValueList<string>> given, ValueMap<ValueList<string>> stored, CustomerCatalog catalog) => new(
        from field in catalog.Fields
        let values = (field.Enabled ? given : stored).TryGetValue(field.Id, out var found) ? Values(field, found) : []
        where values.Count > 0
        select new KeyValuePair<string, ValueList<string>>(field.Id, values));

    private static ValueList<string> Values(CustomerField field, ValueList<string> given) => field.Type == CustomerFieldType.Checkbox
        ? [.. field.Options.Select(option => option.Id).Where(given.Contains)]
        : [.. given.Where(value => value.Length > 0)];
}
