using System.ComponentModel;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Customers.Export;
using ApiAdmin.Web.Shared.Rest;
using Microsoft.AspNetCore.Mvc;

namespace ApiAdmin.Web.Customers;

/// <summary>The query of <c>GET /api/v1/customers/export</c>.</summary>
public sealed record ExportParams
{
    public required HttpRequest Request { get; init; }

    [FromQuery(Name = "search"), Description("As in the list of customers; left out, all.")]
    public string? Search { get; init; }

    [FromQuery(Name = "format"), Description("csv (the default) or xlsx.")]
    public string? Format { get; init; }

    internal (CustomerSearch Search, ExportFormat Format) Read()
    {
        var reader = new QueryReader(Request, "search", "format");
        var wanted = (new CustomerSearch { Text = reader.Text("search") }, reader.Choice<ExportFormat>("format") ?? ExportFormat.Csv);
        reader.DemandGood();
        return wanted;
    }
}
