using ApiAdmin.Core.Customers;
using ApiAdmin.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Customers.List;

/// <summary>The list's query out of the page's address.</summary>
public abstract class CustomerListComponent : AppComponent
{
    [SupplyParameterFromQuery(Name = "search")]
    public string? SearchInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "vip")]
    public string? VipInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "blacklist")]
    public string? BlacklistInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "tag")]
    public string? TagInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "owner")]
    public string? OwnerInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "source")]
    public string? SourceInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "field")]
    public string? FieldInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "value")]
    public string? ValueInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public int? PageInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "cursor")]
    public string? CursorInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "view")]
    public string? ViewInAddress { get; set; }

    /// <summary>The number of who calls: the screen pop.</summary>
    [SupplyParameterFromQuery(Name = "tel")]
    public string? TelInAddress { get; set; }

    protected CustomerListQuery Query => new()
    {
        Search = string.IsNullOrWhiteSpace(SearchInAddress) ? null : SearchInAddress,
        Vip = Given(VipInAddress),
        Blacklisted = BlacklistInAddress switch { "yes" => true, "no" => false, _ => null },
        Tag = Given(TagInAddress),
        Owner = Given(OwnerInAddress),
        Source = Given(SourceInAddress),
        Field = Given(FieldInAddress),
        FieldValue = Given(ValueInAddress),
        Cursor = Given(CursorInAddress),
        Page = CustomerSearch.PageOf(CursorInAddress),
    };

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
