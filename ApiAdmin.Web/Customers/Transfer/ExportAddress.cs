using System.Globalization;
using ApiAdmin.Core.Customers;
using Microsoft.AspNetCore.WebUtilities;

namespace ApiAdmin.Web.Customers.Transfer;

/// <summary>A search of customers as the address of its export.</summary>
public static class ExportAddress
{
    public static string Of(CustomerSearch search, string format) => QueryHelpers.AddQueryString("/download/customers/export", new Dictionary<string, string?>
    {
        ["format"] = format,
        ["search"] = search.Text,
        ["vip"] = Flag(search.Filter.Vip),
        ["vipLevel"] = search.Filter.VipLevel,
        ["blacklisted"] = Flag(search.Filter.Blacklisted),
        ["tag"] = search.Filter.Tag,
        ["owner"] = search.Filter.Owner,
        ["source"] = search.Filter.Source,
        ["field"] = search.Filter.Field,
        ["fieldValue"] = search.Filter.FieldValue,
    }.Where(entry => !string.IsNullOrEmpty(entry.Value)).ToDictionary());

    public static CustomerSearch Read(IQueryCollection query) => new()
    {
        Text = Text(query, "search"),
        Filter = new CustomerFilter
        {
            Vip = Flag(query, "vip"), VipLevel = Text(query, "vipLevel"), Blacklisted = Flag(query, "blacklisted"), Tag = Text(query, "tag"),
            Owner = Text(query, "owner"), Source = Text(query, "source"), Field = Text(query, "field"), FieldValue = Text(query, "fieldValue"),
        },
    };

    private static string? Flag(bool? flag) => flag?.ToString(CultureInfo.InvariantCulture).ToLowerInvariant();

    private static bool? Flag(IQueryCollection query, string name) => bool.TryParse(query[name].FirstOrDefault(), out var flag) ? flag : null;

    private static string? Text(IQueryCollection query, string name) => query[name].FirstOrDefault() is { Length: > 0 } text ? text : null;
}
