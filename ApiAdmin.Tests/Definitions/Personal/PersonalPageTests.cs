using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support.Pages;
using ApiAdmin.Web.App;
using ApiAdmin.Web.Definitions;
using ApiAdmin.Web.Definitions.List;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Definitions.Personal;

public sealed class PersonalPageTests
{
    [Fact]
    public async Task Star_OfAReader_IsAToggleWithOneName()
    {
        await using var context = new PageContext(Role.Supervisor);
        context.Definitions.Add(Api("a", "Alpha"));
        var page = context.Render<ApiListPage>();
        Assert.Equal("false", page.Button("Favourite Alpha").GetAttribute("aria-pressed"));

        await page.Button("Favourite Alpha").ClickAsync();
        Assert.Equal("true", page.Button("Favourite Alpha").GetAttribute("aria-pressed"));
        Assert.Contains("a", context.Personal.Stars);

        await page.Button("Favourite Alpha").ClickAsync();
        Assert.Empty(context.Personal.Stars);
    }

    [Fact]
    public async Task Page_ThatIsOpened_ShowsTheStarAndIsRemembered()
    {
        await using var context = new PageContext();
        context.Definitions.Add(Api("a", "Alpha"));
        context.Definitions.Add(Api("b", "Beta"));
        context.Personal.Stars.Add("b");

        context.Render<ApiPage>(p => p.Add(a => a.Key, "a"));
        var page = context.Render<ApiPage>(p => p.Add(a => a.Key, "b"));

        Assert.Equal("true", page.Button("Favourite Beta").GetAttribute("aria-pressed"));
        Assert.Equal(["b", "a"], context.Personal.Opened);
        Assert.Equal(["Beta", "Alpha"], context.Render<Overview>().FindAll(".opened a").Select(a => a.TextContent));
        Assert.Equal(["Beta", "Alpha"], context.Render<ApiListPage>().FindAll("[aria-labelledby=rail-recent] a").Select(a => a.TextContent));
    }

    [Fact]
    public async Task Favourites_InTheAddress_AreWhatIsAskedFor()
    {
        await using var context = new PageContext();
        context.Services.GetRequiredService<NavigationManager>().NavigateTo("/apis?view=favourites&search=x");
        var page = context.Render<ApiListPage>();

        Assert.Equal(new ApiListQuery { FavouritesOnly = true, Search = "x" }, context.Definitions.Queries[^1]);
        Assert.Equal("Favourites", page.Find(".rail [aria-current=page]").TextContent.Trim());
    }

    [Fact]
    public async Task Tree_OfCategories_LeadsToEachAndOpensOnTheWayToTheChosen()
    {
        await using var context = new PageContext();
        context.Definitions.Add(Api("a", "Alpha") with { Category = "Orders/EU" });
        context.Definitions.Add(Api("b", "Beta") with { Category = "Orders" });
        context.Definitions.Add(Api("c", "Gamma"));
        var page = context.Render<ApiListPage>();
        Assert.Equal(["Orders2", "Without category1"], page.FindAll(".tree a").Select(a => a.TextContent));
        Assert.EndsWith("/apis?category=Orders", page.FindAll(".tree a")[0].GetAttribute("href"), StringComparison.Ordinal);

        await page.Button("Categories below Orders").ClickAsync();
        Assert.Equal(["Orders2", "EU1", "Without category1"], page.FindAll(".tree a").Select(a => a.TextContent));

        context.Services.GetRequiredService<NavigationManager>().NavigateTo("/apis?category=Orders%2FEU&sort=-updated");
        var chosen = context.Render<ApiListPage>();
        Assert.Equal("EU1", chosen.Find(".rail [aria-current=page]").TextContent);
        Assert.EndsWith("/apis?category=Orders&sort=-updated", chosen.FindAll(".tree a")[0].GetAttribute("href"), StringComparison.Ordinal);
    }

    private static ApiDefinition Api(string key, string name) => new() { Key = key, Name = name, Url = "https://crm.example.com/v1" };
}
