using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Definitions;
using Microsoft.Extensions.Localization;

namespace ApiAdmin.Web.Customers;

/// <summary>One thing that is said of a customer, for putting two states side by side.</summary>
/// <param name="Name">As in the history: <c>realName</c>, <c>fields.cf_10021</c>.</param>
/// <param name="Text">In words; null when nothing is said. Equal texts are equal contents.</param>
/// <param name="Take">The first customer with this part of the second.</param>
public sealed record CustomerPart(string Name, string Label, Func<Customer, string?> Text, Func<Customer, Customer, Customer> Take);

/// <summary>Everything that is said of a customer, in the order of its page, in the language of the page.</summary>
public sealed class CustomerParts(CustomerCatalog catalog, IStringLocalizer<CustomerTexts> texts)
{
    private const string FieldPrefix = "fields.";

    public IReadOnlyList<CustomerPart> All =>
    [
        Part("nick", c => c.Nick, (to, from) => to with { Nick = from.Nick }),
        Part("realName", c => c.RealName, (to, from) => to with { RealName = from.RealName }),
        Part("phones", c => Lines(c.Phones), (to, from) => to with { Phones = from.Phones }),
        Part("emails", c => Lines(c.Emails), (to, from) => to with { Emails = from.Emails }),
        Part("accounts", c => Lines(c.Accounts.Select(account => $"{texts[$"Account.{AccountKinds.Name(account.Kind)}"]}: {account.Value}")), (to, from) => to with { Accounts = from.Accounts }),
        Part("visitorIds", c => Lines(c.VisitorIds), (to, from) => to with { VisitorIds = from.VisitorIds }),
        Part("sex", c => c.Sex is { } sex ? texts[$"Sex.{sex}"].Value : null, (to, from) => to with { Sex = from.Sex }),
        Part("vip", Vip, (to, from) => to with { Vip = from.Vip, VipLevel = from.VipLevel }),
        Part("blacklisted", Blacklist, (to, from) => to with { Blacklisted = from.Blacklisted, BlacklistReason = from.BlacklistReason }),
        Part("remark", c => c.Remark, (to, from) => to with { Remark = from.Remark }),
        Part("enterprise", c => c.Enterprise, (to, from) => to with { Enterprise = from.Enterprise }),
        Part("source", c => c.Source, (to, from) => to with { Source = from.Source }),
        Part("owner", c => c.Owner, (to, from) => to with { Owner = from.Owner }),
        Part("country", c => c.Country, (to, from) => to with { Country = from.Country }),
        Part("province", c => c.Province, (to, from) => to with { Province = from.Province }),
        Part("city", c => c.City, (to, from) => to with { City = from.City }),
        Part("tags", c => Lines(c.Tags.Select(TagName)), (to, from) => to with { Tags = from.Tags }),
        .. catalog.Fields.Where(own => own.Enabled).Select(OfField),
    ];

    /// <summary>What a member of the history is called.</summary>
    public string Label(string name)
    {
        if (!name.StartsWith(FieldPrefix, StringComparison.Ordinal))
        {
            return texts[$"Field.{name}"];
        }

        var id = name[FieldPrefix.Length..];
        return catalog.FieldsById.GetValueOrDefault(id)?.Title ?? id;
    }

    /// <summary>A value of the history, whose flags and kinds stand there by their names on the wire.</summary>
    public string? Shown(string name, string? text) => (name, text) switch
    {
        (_, null) => null,
        ("vip" or "blacklisted", "yes" or "no") => texts[$"Value.{text}"].Value,
        ("sex", "male") => texts["Sex.Male"].Value,
        ("sex", "female") => texts["Sex.Female"].Value,
        ("accounts", _) => string.Join('\n', text.Split('\n').Select(AccountLine)),
        _ => text,
    };

    public string FieldText(CustomerField field, ValueList<string> values) =>
        string.Join(field.Type == CustomerFieldType.Checkbox ? ", " : "\n", field.IsChoice ? values.Select(value => FieldTexts.OptionName(field, value)) : values);

    private CustomerPart Part(string name, Func<Customer, string?> text, Func<Customer, Customer, Customer> take) => new(name, Label(name), text, take);

    private CustomerPart OfField(CustomerField field) => Part(
        FieldPrefix + field.Id,
        c => c.Fields.TryGetValue(field.Id, out var values) && values.Count > 0 ? FieldText(field, values) : null,
        (to, from) => to with
        {
            Fields = new ValueMap<ValueList<string>>(
                from own in catalog.Fields
                let values = (own.Id == field.Id ? @from : to).Fields.TryGetValue(own.Id, out var found) ? found : null
                where values is not null
                select KeyValuePair.Create(own.Id, values)),
        });

    private string? Vip(Customer customer) => customer.Vip switch
    {
        null => null,
        false => texts["Value.no"].Value,
        true when customer.VipLevel is { } level => $"{texts["Value.yes"]} · {catalog.LevelsById.GetValueOrDefault(level)?.Name ?? level}",
        true => texts["Value.yes"].Value,
    };

    private string? Blacklist(Customer customer) => !customer.Blacklisted ? null
        : customer.BlacklistReason is { } reason ? $"{texts["Value.yes"]} · {reason}" : texts["Value.yes"].Value;

    private string TagName(string id) => catalog.TagsById.GetValueOrDefault(id) is { } tag ? $"{tag.Group}: {tag.Name}" : id;

    private string AccountLine(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && AccountKinds.Parse(line[..colon]) is not null ? string.Concat(texts[$"Account.{line[..colon]}"], line.AsSpan(colon)) : line;
    }

    private static string? Lines(IEnumerable<string> items) => string.Join('\n', items) is { Length: > 0 } lines ? lines : null;
}
