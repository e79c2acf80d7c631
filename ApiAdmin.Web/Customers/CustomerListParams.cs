using System.ComponentModel;
using ApiAdmin.Core;
using ApiAdmin.Core.Customers;
using ApiAdmin.Web.Shared.Rest;
using Microsoft.AspNetCore.Mvc;

namespace ApiAdmin.Web.Customers;

/// <summary>The query of <c>GET /api/v1/customers</c>.</summary>
public sealed record CustomerListParams
{
    public required HttpRequest Request { get; init; }

    [FromQuery(Name = "search"), Description("Found anywhere in nick, real name, phone, e-mail, enterprise, account, id or tag; at least two characters, four in what is masked.")]
    public string? Search { get; init; }

    [FromQuery(Name = "cursor"), Description("\"next\" of the page before.")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "pageSize"), Description("1 to 50.")]
    public string? PageSize { get; init; }

    /// <exception cref="InvalidException">Something in it is wrong.</exception>
    public CustomerSearch Read()
    {
        var reader = new QueryReader(Request, "search", "cursor", "pageSize");
        var search = new CustomerSearch
        {
            Text = reader.Text("search"),
            Cursor = reader.Text("cursor"),
            PageSize = Math.Min(reader.Number("pageSize", CustomerSearch.LargestPage, 1, 100), CustomerSearch.LargestPage),
        };
        reader.DemandGood();
        return search;
    }
}
