using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Customers.Import;

/// <summary>From the text of one cell to the member of a customer that its column is. What cannot be read comes back as a sentence.</summary>
internal static class CellReader
{
    public static bool IsList(string target) =>
        target is ImportTargets.Phones or ImportTargets.Emails or ImportTargets.VisitorIds or ImportTargets.Tags || AccountKinds.Parse(target) is not null;

    /// <param name="text">Not blank.</param>
    /// <returns>The customer with it, or why not.</returns>
    public static (Customer Customer, string? Problem) Put(Customer customer, string target, string text, CustomerCatalog catalog) => target switch
    {
        ImportTargets.Nick => (customer with { Nick = text }, null),
        ImportTargets.RealName => (customer with { RealName = text }, null),
        ImportTargets.Country => (customer with { Country = text }, null),
        ImportTargets.Province => (customer with { Province = text }, null),
        ImportTargets.City => (customer with { City = text }, null),
        ImportTargets.Remark => (customer with { Remark = text }, null),
        ImportTargets.BlacklistReason => (customer with { BlacklistReason = text }, null),
        ImportTargets.Enterprise => (customer with { Enterprise = text }, null),
        ImportTargets.Source => (customer with { Source = text }, null),
        ImportTargets.Owner => (customer with { Owner = text }, null),
        ImportTargets.Phones => (customer with { Phones = [.. customer.Phones, .. CellList.Split(text, lines: true)] }, null),
        ImportTargets.Emails => (customer with { Emails = [.. customer.Emails, .. CellList.Split(text, lines: true)] }, null),
        ImportTargets.VisitorIds => (customer with { VisitorIds = [.. customer.VisitorIds, .. CellList.Split(text, lines: false)] }, null),
        ImportTargets.Sex => Sex(customer, text),
        ImportTargets.Vip => Flag(text) is { } vip ? (customer with { Vip = vip }, null) : (customer, NoFlag(text)),
        ImportTargets.Blacklisted => Flag(text) is { } black ? (customer with { Blacklisted = black }, null) : (customer, NoFlag(text)),
        ImportTargets.VipLevel => Level(customer, text, catalog),
        ImportTargets.Tags => Tags(customer, text, catalog),
        _ when AccountKinds.Parse(target) is { } kind =>
            (customer with { Accounts = [.. customer.Accounts, .. CellList.Split(text, lines: false).Select(value => new CustomerAccount(kind, value))] }, null),
        _ => catalog.FieldsById.TryGetValue(target, out var field) ? Field(customer, field, text) : (customer, null),
    };

    private static (Customer Customer, string? Problem) Sex(Customer customer, string text) => text.Trim().ToLowerInvariant() switch
    {
        "male" or "m" or "男" or "man" => (customer with { Sex = Customers.Sex.Male }, null),
        "female" or "f" or "女" or "woman" => (customer with { Sex = Customers.Sex.Female }, null),
        _ => (customer, $"{Quoted.Text(text)} is no sex that is known; give male or female, or leave the cell empty."),
    };

    private static bool? Flag(string text) => text.Trim().ToLowerInvariant() switch
    {
        "yes" or "y" or "true" or "1" or "是" or "vip" or "blacklist" => true,
        "no" or "n" or "false" or "0" or "2" or "否" or "normal" => false,
        _ => null,
    };

    private static string NoFlag(string text) => $"{Quoted.Text(text)} is neither yes nor no; give one of them, or leave the cell empty.";

    private static (Customer Customer, string? Problem) Level(Customer customer, string text, CustomerCatalog catalog)
    {
        var level = catalog.Levels.FirstOrDefault(level => level.Id == text) ?? catalog.Levels.FirstOrDefault(level => level.Name == text.Trim());
        return level is null
            ? (customer, $"There is no VIP level {Quoted.Text(text)}; add it to the levels first, or choose another.")
            : (customer with { VipLevel = level.Id, Vip = customer.Vip ?? true }, null);
    }

    private static (Customer Customer, string? Problem) Tags(Customer customer, string text, CustomerCatalog catalog)
    {
        var found = new List<string>();
        foreach (var name in CellList.Split(text, lines: true))
        {
            var tag = catalog.Tags.FirstOrDefault(tag => tag.Id == name || $"{tag.Group}: {tag.Name}" == name)
                ?? (catalog.Tags.Where(tag => tag.Name == name).Take(2).ToList() is [var only] ? only : null);
            if (tag is null)
            {
                return (customer, $"There is no tag {Quoted.Text(name)}, or several groups have one; write it as Group: Tag, with a ; between several.");
            }

            found.Add(tag.Id);
        }

        return (customer with { Tags = [.. customer.Tags.Union(found)] }, null);
    }

    private static (Customer Customer, string? Problem) Field(Customer customer, CustomerField field, string text)
    {
        if (!field.IsChoice)
        {
            return (With(customer, field, [text]), null);
        }

        var chosen = new List<string>();
        foreach (var name in field.Type == CustomerFieldType.Checkbox ? CellList.Split(text, lines: true) : [text.Trim()])
        {
            var option = field.Options.FirstOrDefault(option => FieldTexts.OptionName(field, option.Id) == name) ?? field.Options.FirstOrDefault(option => option.Id == name);
            if (option is null)
            {
                return (customer, $"The field {Quoted.Text(field.Title)} has no option {Quoted.Text(name)}; give one of: {Quoted.List(field.Options.Select(known => FieldTexts.OptionName(field, known.Id)))}.");
            }

            chosen.Add(option.Id);
        }

        return (With(customer, field, [.. chosen]), null);
    }

    private static Customer With(Customer customer, CustomerField field, ValueList<string> values) => customer with
    {
        Fields = new ValueMap<ValueList<string>>(customer.Fields.Where(own => own.Key != field.Id).Append(KeyValuePair.Create(field.Id, values))),
    };
}
