using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support.Pages;
using ApiAdmin.Web.Access.Secrets;
using ApiAdmin.Web.Definitions.List;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace ApiAdmin.Tests.Definitions;

public sealed class ListAndSecretsTests
{
    [Fact]
    public async Task List_WithNothing_SaysWhatToDoFirst()
    {
        await using var context = new PageContext();
        Assert.Contains("Add your first API", context.Render<ApiListPage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WithAQueryInTheAddress_AsksForExactlyThat()
    {
        await using var context = new PageContext();
        context.Services.GetRequiredService<NavigationManager>().NavigateTo("/apis?search=ord&status=published&category=Sales&sort=-updated&page=3");
        context.Render<ApiListPage>();

        Assert.Equal(
            new ApiListQuery { Search = "ord", Status = ApiStatus.Published, Category = "Sales", Sort = ApiSort.Updated, Descending = true, Page = 3 },
            context.Definitions.Queries[^1]);
    }

    [Fact]
    public async Task Search_TypedQuickly_AsksOnceForTheLast()
    {
        await using var context = new PageContext();
        var page = context.Render<ApiListPage>();
        var first = page.Find("[role=searchbox]").InputAsync("o");
        var second = page.Find("[role=searchbox]").InputAsync("ord");
        context.Clock.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(first, second);

        Assert.EndsWith("/apis?search=ord", context.Services.Address(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_ThatFails_OffersToTryAgain()
    {
        await using var context = new PageContext();
        context.Definitions.Failure = new NotFoundException("The database is away.");
        var page = context.Render<ApiListPage>();
        Assert.Contains("The database is away.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);

        context.Definitions.Failure = null;
        await page.Button("Try again").ClickAsync();
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task List_ForARoleThatMayOnlyRead_OffersNoChange()
    {
        await using var context = new PageContext(Role.Supervisor);
        context.Definitions.Add(new ApiDefinition { Key = "a", Name = "A", Url = "https://x.example/" });
        Assert.DoesNotContain(context.Render<ApiListPage>().FindAll("button"), b => b.TextContent == "Add API" || b.GetAttribute("aria-label") == "Delete A");
    }

    [Fact]
    public async Task SecretDialog_AfterARefusal_KeepsNothingOfTheValue()
    {
        await using var context = new PageContext();
        context.Secrets.Refusal = new InvalidException([new Finding("name", FindingCodes.InvalidCharacter, "Use a-z, 0-9 and hyphens.")]);
        var dialogs = context.Render<MudDialogProvider>();
        context.Render<MudPopoverProvider>();
        await dialogs.InvokeAsync(() => context.Services.GetRequiredService<IDialogService>().ShowAsync<SecretDialog>());
        await dialogs.Find("#secret-name").InputAsync("Bad name");
        await dialogs.Find("#secret-value").ChangeAsync("canary-4711");
        await dialogs.Find("#secret-form").SubmitAsync();

        Assert.Contains("Use a-z, 0-9 and hyphens.", dialogs.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-4711", dialogs.Markup, StringComparison.Ordinal);

        context.Secrets.Refusal = null;
        await dialogs.Find("#secret-hosts").InputAsync("crm.example.com");
        await dialogs.Find("#secret-form").SubmitAsync();
        Assert.Equal("", context.Secrets.Values["Bad name"]);
    }
}
