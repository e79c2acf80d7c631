using System.Text.Encodings.Web;
using System.Text.Json;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Customers.Storing;

/// <summary>Between a customer's row and the customer.</summary>
internal static class CustomerDocument
{
    // The texts are read back by this program only; escaping every Chinese letter would treble them.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="identifiers">Of this customer, by kind and position.</param>
    public static Customer Read(CustomerRow row, IReadOnlyList<IdentifierRow> identifiers, CustomerCatalog catalog) => Identifiers.With(
        new Customer
        {
            Nick = row.Nick,
            RealName = row.RealName,
            Sex = row.Sex,
            Country = row.Country,
            Province = row.Province,
            City = row.City,
            Remark = row.Remark,
            Vip = row.Vip,
            VipLevel = row.VipLevel is { } level && catalog.LevelsById.ContainsKey(level) ? level : null,
            Blacklisted = row.Blacklisted,
            BlacklistReason = row.BlacklistReason,
            Enterprise = row.Enterprise,
            Source = row.Source,
            Owner = row.Owner,
            Tags = [.. Tags(row.Tags, catalog)],
            Fields = Fields(row.Fields, catalog),
        },
        identifiers);

    public static void Apply(CustomerRow row, Customer customer)
    {
        (row.Nick, row.RealName, row.Sex) = (customer.Nick, customer.RealName, customer.Sex);
        (row.Country, row.Province, row.City) = (customer.Country, customer.Province, customer.City);
        (row.Remark, row.Vip, row.VipLevel) = (customer.Remark, customer.Vip, customer.VipLevel);
        (row.Blacklisted, row.BlacklistReason) = (customer.Blacklisted, customer.BlacklistReason);
        (row.Enterprise, row.Source, row.Owner) = (customer.Enterprise, customer.Source, customer.Owner);
        (row.Tags, row.Fields) = (WriteTags(customer.Tags), WriteFields(customer.Fields));
    }

    public static string? WriteTags(IReadOnlyCollection<string> tags) => tags.Count == 0 ? null : string.Join(',', tags);

    public static string? WriteFields(ValueMap<ValueList<string>> fields) => fields.Count == 0 ? null : JsonSerializer.Serialize(fields, Json);

    /// <summary>What a deleted tag left behind is not seen.</summary>
    private static IEnumerable<string> Tags(string? stored, CustomerCatalog catalog) =>
        stored is null ? [] : stored.Split(',').Where(catalog.TagsById.ContainsKey);

    private static ValueMap<ValueList<string>> Fields(string? stored, CustomerCatalog catalog) => stored is null
        ? ValueMap<ValueList<string>>.Empty
        : new(JsonSerializer.Deserialize<ValueMap<ValueList<string>>>(stored, Json)!.Where(field => catalog.FieldsById.ContainsKey(field.Key)));
}
