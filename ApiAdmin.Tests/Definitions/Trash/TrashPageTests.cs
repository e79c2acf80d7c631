using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support.Pages;
using ApiAdmin.Web.Definitions;
using ApiAdmin.Web.Definitions.List;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace ApiAdmin.Tests.Definitions.Trash;

public sealed class TrashPageTests
{
    private static readonly ApiDefinition Order = new() { Key = "order", Name = "Order <b>", Url = "https://crm.example.com/orders" };

    [Fact]
    public async Task Delete_InTheList_IsUndoneByTheNotice()
    {
        await using var context = new PageContext();
        context.Definitions.Add(Order);
        var notices = context.Render<MudSnackbarProvider>();
        var page = context.Render<ApiListPage>();

        await page.Button("Delete Order <b>").ClickAsync();
        Assert.Contains("Add your first API", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Order <b> is in the trash.", notices.Find(".mud-snackbar").TextContent, StringComparison.Ordinal);
        await notices.Find(".mud-snackbar-content-action button").ClickAsync();

        Assert.Equal("Order <b>", context.Definitions["order"].Definition.Name);
        Assert.Equal("Order <b>", page.Find(".row-link").TextContent);
    }

    [Fact]
    public async Task Delete_OnThePage_LeadsToTheListAndIsOfferedOnlyWhileNothingIsUnsaved()
    {
        await using var context = new PageContext();
        context.Definitions.Add(Order);
        var page = context.Render<ApiPage>(p => p.Add(a => a.Key, "order"));
        await page.Find("#api-name").InputAsync("Other");
        Assert.DoesNotContain(page.FindAll("button"), button => button.GetAttribute("aria-label") == "Delete Order <b>");
        await page.Find("#api-name").InputAsync("Order <b>");

        await page.Button("Delete Order <b>").ClickAsync();

        Assert.Equal("order", Assert.Single(context.Definitions.Trashed).Value.Key);
        Assert.EndsWith("/apis", context.Services.Address(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trash_InTheAddress_SaysWhoWhenAndHowLongAndRestores()
    {
        await using var context = new PageContext();
        context.Definitions.Trashed[Guid.CreateVersion7()] = Order;
        context.Trash.DeletedAt = PageContext.Now.AddDays(-28).AddHours(-1);
        var page = Open(context);

        Assert.Contains("Ana", page.Find(".trash-table tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Equal("2 days", page.Find(".trash-table .badge").TextContent);
        Assert.Empty(page.FindAll("[role=searchbox]"));
        await page.Button("Restore Order <b>").ClickAsync();

        Assert.Contains("The trash is empty", page.Markup, StringComparison.Ordinal);
        Assert.Equal("order", context.Definitions["order"].Definition.Key);
    }

    [Fact]
    public async Task DeleteForEver_AsksForTheKeyAndThenDoesIt()
    {
        await using var context = new PageContext();
        context.Definitions.Trashed[Guid.CreateVersion7()] = Order;
        context.Render<MudPopoverProvider>();
        var dialogs = context.Render<MudDialogProvider>();
        var page = Open(context);

        var asked = page.Button("Delete Order <b> for ever").ClickAsync();
        Assert.True(dialogs.Find(".btn-danger").HasAttribute("disabled"));
        await dialogs.Find(".mud-dialog input").InputAsync("order");
        await dialogs.Find(".btn-danger").ClickAsync();
        await asked;

        Assert.Empty(context.Definitions.Trashed);
        Assert.Contains("The trash is empty", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trash_ForWhoMayOnlyRead_IsNotThere()
    {
        await using var context = new PageContext(Role.Supervisor);
        context.Definitions.Trashed[Guid.CreateVersion7()] = Order;
        var page = Open(context);

        Assert.Empty(page.FindAll(".trash-table"));
        Assert.DoesNotContain("Trash", page.Markup, StringComparison.Ordinal);
    }

    private static IRenderedComponent<ApiListPage> Open(PageContext context)
    {
        context.Services.GetRequiredService<NavigationManager>().NavigateTo("/apis?view=trash");
        return context.Render<ApiListPage>();
    }
}
