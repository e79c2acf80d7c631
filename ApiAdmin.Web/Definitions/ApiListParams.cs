using System.ComponentModel;
using ApiAdmin.Core;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Web.Shared.Rest;
using Microsoft.AspNetCore.Mvc;

namespace ApiAdmin.Web.Definitions;

/// <summary>The query of <c>GET /api/v1/apis</c>. Bound as text, so that all that is wrong with it is told at once.</summary>
public sealed record ApiListParams
{
    public required HttpRequest Request { get; init; }

    [FromQuery(Name = "search"), Description("Found anywhere in name, key, URL, category or description, without regard to case and accents.")]
    public string? Search { get; init; }

    [FromQuery(Name = "status"), Description("draft or published.")]
    public string? Status { get; init; }

    [FromQuery(Name = "category"), Description("This category and all below it: Orders has Orders/EU too. / stands for APIs without a category.")]
    public string? Category { get; init; }

    [FromQuery(Name = "sort"), Description("name, key, category or updated; with - before it descending.")]
    public string? Sort { get; init; }

    [FromQuery(Name = "page"), Description("From 1.")]
    public string? Page { get; init; }

    [FromQuery(Name = "pageSize"), Description("1 to 100.")]
    public string? PageSize { get; init; }

    [FromQuery(Name = "builtIn"), Description("true: what is built in stands among them; false, or left out: only what people described.")]
    public string? BuiltIn { get; init; }

    /// <returns>What to list, and whether what is built in is to stand among it.</returns>
    /// <exception cref="InvalidException">Something in it is wrong.</exception>
    public (ApiListQuery Query, bool BuiltIn) Read()
    {
        var reader = new QueryReader(Request, "search", "status", "category", "sort", "page", "pageSize", "builtIn");
        var (sort, descending) = reader.Sort("sort", ApiSort.Name);
        var query = new ApiListQuery
        {
            Search = reader.Text("search"),
            Status = reader.Choice<ApiStatus>("status"),
            Category = reader.Text("category"),
            Sort = sort,
            Descending = descending,
            Page = reader.Number("page", 1, 1, int.MaxValue / PagedList<ApiItem>.LargestPage),
            PageSize = reader.Number("pageSize", RestLimits.DefaultPageSize, 1, PagedList<ApiItem>.LargestPage),
        };
        var builtIn = reader.Flag("builtIn");
        reader.DemandGood();
        return (query, builtIn);
    }
}
