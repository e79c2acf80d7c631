using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace ApiAdmin.Web.Customers;

/// <summary>The query's names, for the description; they are read by hand, since of a repeated name the first that is not blank counts.</summary>
public sealed record CustomerQueryParams
{
    [FromQuery(Name = "id"), Description("The customer's id; of a merged one too.")]
    public string[]? Id { get; init; }

    [FromQuery(Name = "tel"), Description("In any usual notation: +86 138-0013-8000, 008613800138000, 13800138000.")]
    public string[]? Tel { get; init; }

    [FromQuery(Name = "email"), Description("Without regard to case.")]
    public string[]? Email { get; init; }

    [FromQuery(Name = "thirdAccountId"), Description("Any of the customer's third-party account ids.")]
    public string[]? ThirdAccountId { get; init; }
}
