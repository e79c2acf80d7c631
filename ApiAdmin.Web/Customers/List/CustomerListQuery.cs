using System.Globalization;
using ApiAdmin.Core.Customers;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Customers.List;

/// <summary>What the list shows, as it stands in the page's address; what is usual is left out of it.</summary>
public sealed record CustomerListQuery
{
    public const string Trash = "trash";

    /// <summary>The value of <c>vip</c> that means any level or none.</summary>
    public const string AnyVip = "yes";

    public const string NotVip = "no";

    public string? Search { get; init; }

    /// <summary><see cref="AnyVip"/>, <see cref="NotVip"/>, or the id of a level.</summary>
    public string? Vip { get; init; }

    public bool? Blacklisted { get; init; }

    public string? Tag { get; init; }

    public string? Owner { get; init; }

    public string? Source { get; init; }

    public string? Field { get; init; }

    public string? FieldValue { get; init; }

    public string? Cursor { get; init; }

    /// <summary>The number of the page that <see cref="Cursor"/> leads to, for the reader.</summary>
    public int Page { get; init; } = 1;

    public bool HasFilter => this with { Search = null, Cursor = null, Page = 1 } != new CustomerListQuery();

    public bool IsAll => !HasFilter && string.IsNullOrWhiteSpace(Search);

    /// <summary>The page after this one; null when there is none.</summary>
    public CustomerListQuery? After(string? next) => next is null ? null : this with { Cursor = next, Page = Page + 1 };

    public CustomerListQuery FirstPage => this with { Cursor = null, Page = 1 };

    public CustomerSearch ToSearch() => new()
    {
        Text = Search,
        Cursor = Cursor,
        Filter = new CustomerFilter
        {
            Vip = Vip is null ? null : Vip != NotVip, VipLevel = Vip is null or AnyVip or NotVip ? null : Vip, Blacklisted = Blacklisted, Tag = Tag, Owner = Owner, Source = Source,
            Field = FieldValue is null ? null : Field, FieldValue = FieldValue,
        },
    };

    public string Address(NavigationManager navigation) => navigation.GetUriWithQueryParameters("/customers", new Dictionary<string, object?>
    {
        ["search"] = string.IsNullOrWhiteSpace(Search) ? null : Search,
        ["vip"] = Vip,
        ["blacklist"] = Blacklisted switch { true => "yes", false => "no", null => null },
        ["tag"] = Tag,
        ["owner"] = Owner,
        ["source"] = Source,
        ["field"] = Field,
        ["value"] = FieldValue,
        ["page"] = Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null,
        ["cursor"] = Cursor,
    });
}
