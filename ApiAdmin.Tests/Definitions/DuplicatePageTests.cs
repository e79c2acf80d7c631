using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support.Pages;
using ApiAdmin.Web.Definitions;
using ApiAdmin.Web.Definitions.List;
using Bunit;

namespace ApiAdmin.Tests.Definitions;

public sealed class DuplicatePageTests
{
    private static readonly ApiDefinition Order = new() { Key = "order", Name = "Order", Url = "https://crm.example.com/orders" };

    [Fact]
    public async Task Duplicate_InTheList_AddsACopyAndOpensIt()
    {
        await using var context = new PageContext();
        context.Definitions.Add(Order);
        var page = context.Render<ApiListPage>();

        await page.Button("Duplicate Order").ClickAsync();

        Assert.Equal("Order (copy)", context.Definitions["order-copy"].Definition.Name);
        Assert.EndsWith("/apis/order-copy", context.Services.Address(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Duplicate_OnThePage_IsOfferedOnlyWhileNothingIsUnsaved()
    {
        await using var context = new PageContext();
        context.Definitions.Add(Order);
        var page = context.Render<ApiPage>(p => p.Add(a => a.Key, "order"));
        await page.Find("#api-name").InputAsync("Other");
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Trim() == "Duplicate");
        await page.Find("#api-name").InputAsync("Order");

        await page.Button("Duplicate").ClickAsync();

        Assert.EndsWith("/apis/order-copy", context.Services.Address(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reader_WhoMayNotSave_IsOfferedNone()
    {
        await using var context = new PageContext(Role.Supervisor);
        context.Definitions.Add(Order);

        Assert.DoesNotContain("Duplicate", context.Render<ApiListPage>().Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Duplicate", context.Render<ApiPage>(p => p.Add(a => a.Key, "order")).Markup, StringComparison.Ordinal);
    }
}
