using System.Globalization;
using ApiAdmin.Core.Customers.Import;

namespace ApiAdmin.Core.Customers.Export;

/// <summary>A customer as a row of a table that import reads back as the same customer.</summary>
internal sealed class CustomerCells
{
    private readonly CustomerCatalog catalog;
    private readonly IReadOnlyList<string> targets;

    public CustomerCells(CustomerCatalog catalog) => (this.catalog, targets) = (catalog, ImportTargets.Of(catalog));

    /// <summary>The targets' own names; of customer fields the title follows the id.</summary>
    public IEnumerable<string> Header => targets.Select(target => catalog.FieldsById.TryGetValue(target, out var own) ? $"{target} {own.Title}" : target);

    public IEnumerable<string> Of(long id, Customer customer) =>
        targets.Select(target => target == ImportTargets.Id ? id.ToString(CultureInfo.InvariantCulture) : Cell(target, customer) ?? "");

    private string? Cell(string target, Customer customer) => target switch
    {
        ImportTargets.Nick => customer.Nick,
        ImportTargets.RealName => customer.RealName,
        ImportTargets.Sex => customer.Sex?.ToString().ToLowerInvariant(),
        ImportTargets.Phones => CellList.Join(customer.Phones),
        ImportTargets.Emails => CellList.Join(customer.Emails),
        ImportTargets.VisitorIds => CellList.Join(customer.VisitorIds),
        ImportTargets.Country => customer.Country,
        ImportTargets.Province => customer.Province,
        ImportTargets.City => customer.City,
        ImportTargets.Remark => customer.Remark,
        ImportTargets.Vip => Flag(customer.Vip),
        ImportTargets.VipLevel => customer.VipLevel is { } level ? catalog.LevelsById.GetValueOrDefault(level)?.Name ?? level : null,
        ImportTargets.Blacklisted => Flag(customer.Blacklisted),
        ImportTargets.BlacklistReason => customer.BlacklistReason,
        ImportTargets.Enterprise => customer.Enterprise,
        ImportTargets.Source => customer.Source,
        ImportTargets.Owner => customer.Owner,
        ImportTargets.Tags => CellList.Join(customer.Tags.Select(id => catalog.TagsById.GetValueOrDefault(id) is { } tag ? $"{tag.Group}: {tag.Name}" : id)),
        _ when AccountKinds.Parse(target) is { } kind => CellList.Join(customer.Accounts.Where(account => account.Kind == kind).Select(account => account.Value)),
        _ => Field(target, customer),
    };

    private string? Field(string id, Customer customer)
    {
        if (!customer.Fields.TryGetValue(id, out var values) || !catalog.FieldsById.TryGetValue(id, out var field))
        {
            return null;
        }

        return field.Type == CustomerFieldType.Checkbox
            ? CellList.Join(values.Select(value => FieldTexts.OptionName(field, value)))
            : field.IsChoice ? FieldTexts.OptionName(field, values[0]) : values[0];
    }

    private static string? Flag(bool? flag) => flag switch { true => "yes", false => "no", null => null };
}
