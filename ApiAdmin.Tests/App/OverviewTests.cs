using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support.Pages;
using ApiAdmin.Web.App;
using Bunit;

namespace ApiAdmin.Tests.App;

public sealed class OverviewTests
{
    [Fact]
    public async Task Overview_WithNothing_SaysWhatToDoFirst()
    {
        await using var context = new PageContext();
        var page = context.Render<Overview>();

        Assert.Equal(["0", "0"], page.FindAll(".figure-value").Select(f => f.TextContent));
        Assert.Equal(["apis/new", "apis", "secrets"], page.FindAll(".step a").Select(a => a.GetAttribute("href")));
        Assert.Empty(page.FindAll(".step.done"));
        Assert.Contains("Nothing yet", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overview_WithApisAndSecrets_CountsThemAndLeadsToEach()
    {
        await using var context = new PageContext();
        context.Secrets.Add("token", "crm.example.com");
        context.Definitions.Add(new ApiDefinition { Key = "order-status", Name = "حالة الطلب", Url = "https://crm.example.com/" }, "Ana");
        context.Definitions.Add(new ApiDefinition { Key = "b", Name = "<b>Bold</b>", Method = "POST", Url = "https://crm.example.com/" }, "Ben");
        var page = context.Render<Overview>();

        Assert.Equal(["2", "1"], page.FindAll(".figure-value").Select(f => f.TextContent));
        Assert.Equal(["<b>Bold</b>", "حالة الطلب"], page.FindAll(".recent a").Select(a => a.TextContent));
        Assert.Equal(["apis/b", "apis/order-status"], page.FindAll(".recent a").Select(a => a.GetAttribute("href")));
        Assert.Equal(2, page.FindAll(".step.done").Count);
    }

    [Fact]
    public async Task Overview_OfASupervisor_OffersNoChangeAndNoSecret()
    {
        await using var context = new PageContext(Role.Supervisor);
        var page = context.Render<Overview>();

        Assert.Equal(["apis"], page.FindAll("a").Select(a => a.GetAttribute("href")).Distinct());
    }

    [Fact]
    public async Task Overview_OfAnAgent_LeadsToTheCustomersAndNothingElse()
    {
        await using var context = new PageContext(Role.Agent);
        var page = context.Render<Overview>();

        Assert.Equal(["customers"], page.FindAll("a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Overview_ThatFails_OffersToTryAgain()
    {
        await using var context = new PageContext();
        context.Definitions.Failure = new NotFoundException("The database is away.");
        var page = context.Render<Overview>();
        Assert.Contains("The database is away.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);

        context.Definitions.Failure = null;
        await page.Button("Try again").ClickAsync();
        Assert.Equal(2, page.FindAll(".figure").Count);
    }
}
