using System.Globalization;
using System.Text.Json;
using ApiAdmin.Core;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Web.Customers;

/// <summary>Between customers and their shape on the wire.</summary>
public static class CustomerWireMapping
{
    public static CustomerBody ToBody(StoredCustomer stored, CustomerCatalog catalog)
    {
        var customer = stored.Customer;
        return new CustomerBody
        {
            Id = Text(stored.Id), Nick = customer.Nick, RealName = customer.RealName, Sex = customer.Sex,
            Phones = customer.Phones, Emails = customer.Emails, VisitorIds = customer.VisitorIds,
            Accounts = [.. customer.Accounts.Select(account => new AccountBody { Kind = account.Kind, Value = account.Value })],
            Country = customer.Country, Province = customer.Province, City = customer.City, Remark = customer.Remark,
            Vip = customer.Vip, VipLevel = customer.VipLevel, Blacklisted = customer.Blacklisted, BlacklistReason = customer.BlacklistReason,
            Enterprise = customer.Enterprise, Source = customer.Source, Owner = customer.Owner, Tags = customer.Tags,
            Fields = new ValueMap<JsonElement>(customer.Fields.Select(field => KeyValuePair.Create(field.Key, Value(field.Key, field.Value, catalog)))),
            CreatedAt = stored.CreatedAt, UpdatedAt = stored.UpdatedAt,
        };
    }

    /// <exception cref="InvalidException">A value of a field is neither text nor a list of texts.</exception>
    public static Customer ToCustomer(CustomerBody body) => new()
    {
        Nick = body.Nick, RealName = body.RealName, Sex = body.Sex, Phones = body.Phones, Emails = body.Emails, VisitorIds = body.VisitorIds,
        Accounts = [.. body.Accounts.Select(account => new CustomerAccount(account.Kind, account.Value))],
        Country = body.Country, Province = body.Province, City = body.City, Remark = body.Remark,
        Vip = body.Vip, VipLevel = body.VipLevel, Blacklisted = body.Blacklisted, BlacklistReason = body.BlacklistReason,
        Enterprise = body.Enterprise, Source = body.Source, Owner = body.Owner, Tags = body.Tags, Fields = Fields(body.Fields),
    };

    /// <summary>The id that a body names; null when it names none.</summary>
    /// <exception cref="InvalidException">It is no id.</exception>
    public static long? ReadId(string? text) => text switch
    {
        null => null,
        _ when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) => id,
        _ => throw new InvalidException([new Finding("id", FindingCodes.Malformed, $"The id {Quoted.Text(text)} must be decimal digits; or leave it out.")]),
    };

    /// <exception cref="NotFoundException">It is no id, and so nobody's.</exception>
    public static long PathId(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        ? id
        : throw new NotFoundException($"There is no customer {Quoted.Text(text)}; ids are decimal digits.");

    public static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static JsonElement Value(string id, ValueList<string> values, CustomerCatalog catalog) =>
        catalog.FieldsById.GetValueOrDefault(id)?.Type == CustomerFieldType.Checkbox
            ? JsonSerializer.SerializeToElement<IReadOnlyList<string>>(values)
            : JsonSerializer.SerializeToElement(values is [var only, ..] ? only : "");

    private static ValueMap<ValueList<string>> Fields(ValueMap<JsonElement> given)
    {
        var wrong = given.Where(field => !IsTexts(field.Value))
            .Select(field => new Finding($"fields.{field.Key}", FindingCodes.WrongType, "Give a text, for a checkbox a list of option ids, or null.")).ToList();
        return wrong.Count > 0
            ? throw new InvalidException(wrong)
            : new ValueMap<ValueList<string>>(given.Where(field => field.Value.ValueKind != JsonValueKind.Null).Select(field => KeyValuePair.Create(field.Key, Texts(field.Value))));
    }

    private static bool IsTexts(JsonElement value) => value.ValueKind is JsonValueKind.String or JsonValueKind.Null
        || (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String));

    private static ValueList<string> Texts(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
        : [value.GetString()!];
}
