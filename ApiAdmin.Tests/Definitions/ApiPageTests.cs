using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support;
using ApiAdmin.Tests.Support.Pages;
using ApiAdmin.Web.Definitions;
using ApiAdmin.Web.Shared.Grid;
using Bunit;

namespace ApiAdmin.Tests.Definitions;

public sealed class ApiPageTests
{
    private static readonly ApiDefinition Order = new() { Key = "order", Name = "Order", Url = "https://crm.example.com/orders" };

    [Fact]
    public async Task Save_OfAnUntouchedDefinitionWithEverythingSet_ChangesNothing()
    {
        await using var context = new PageContext();
        context.Definitions.Add(FullDefinition.Create());
        var page = Open(context, "full");

        await page.Button("Save").ClickAsync();

        Assert.Equal(FullDefinition.Create(), context.Definitions["full"].Definition);
    }

    [Fact]
    public async Task Save_OfANewApi_StoresItAndMovesToItsAddress()
    {
        await using var context = new PageContext();
        var page = context.Render<ApiPage>();
        await page.Find("#api-name").InputAsync("Order status");
        await page.Find("#api-url").ChangeAsync("https://crm.example.com/orders/{id}?lang=en");

        await page.Button("Save").ClickAsync();

        var stored = context.Definitions["order-status"].Definition;
        Assert.Equal(["id", "lang"], stored.Parameters.Select(p => p.Name));
        Assert.EndsWith("/apis/order-status", context.Services.Address(), StringComparison.Ordinal);
        Assert.DoesNotContain("unsaved", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_WhileSomebodyTypesOn_MovesWithoutAskingAndKeepsWhatWasTyped()
    {
        await using var context = new PageContext();
        var page = context.Render<ApiPage>();
        await page.Find("#api-name").InputAsync("Order status");
        var pause = new TaskCompletionSource();
        context.Definitions.Pause = pause.Task;

        var saving = page.Button("Save").ClickAsync();
        await page.Find("#api-description").InputAsync("Typed meanwhile");
        pause.SetResult();
        await saving;

        Assert.EndsWith("/apis/order-status", context.Services.Address(), StringComparison.Ordinal);
        Assert.Equal("Typed meanwhile", page.Find("#api-description").GetAttribute("value"));
        Assert.Contains("unsaved", page.Markup, StringComparison.Ordinal);
        Assert.Empty(context.Definitions["order-status"].Definition.Description);
    }

    [Fact]
    public async Task Save_WithFindings_ShowsEachAtItsFieldAndTheSectionSaysSo()
    {
        await using var context = new PageContext();
        context.Definitions.Add(Order);
        var page = Open(context, "order");
        context.Definitions.Failure = new InvalidException(
        [
            new Finding("url", FindingCodes.Malformed, "Begin the URL with https://."),
            new Finding("limits.timeoutMs", FindingCodes.OutOfRange, "Take 1 to 60000."),
        ]);

        await page.Button("Save").ClickAsync();

        Assert.Equal("true", page.Find("#api-url").GetAttribute("aria-invalid"));
        Assert.Contains("Take 1 to 60000.", page.Find("#section-limits").TextContent, StringComparison.Ordinal);
        Assert.Contains("1 problem", page.Find("#heading-limits").TextContent, StringComparison.Ordinal);
        Assert.Contains("2 things need mending", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_AfterAnotherEditorSaved_TellsWhoAndKeepsWhatWasTyped()
    {
        await using var context = new PageContext();
        context.Definitions.Add(Order);
        var page = Open(context, "order");
        await page.Find("#api-name").InputAsync("My name");
        context.Definitions.Add(Order with { Category = "Theirs", Name = "Their name" }, by: "Ben");

        await page.Button("Save").ClickAsync();

        Assert.Contains("Ben", page.Find(".conflict").TextContent, StringComparison.Ordinal);
        Assert.Equal("My name", page.Find("#api-name").GetAttribute("value"));
        Assert.Contains("both changed it", page.Find(".conflict").TextContent, StringComparison.Ordinal);

        await page.Button("Save what is chosen").ClickAsync();

        var stored = context.Definitions["order"].Definition;
        Assert.Equal(("My name", "Theirs"), (stored.Name, stored.Category));
        Assert.Empty(page.FindAll(".conflict"));
    }

    [Fact]
    public async Task TakeTheirs_InAConflict_ShowsTheirsAndNothingIsUnsaved()
    {
        await using var context = new PageContext();
        context.Definitions.Add(Order);
        var page = Open(context, "order");
        await page.Find("#api-name").InputAsync("My name");
        context.Definitions.Add(Order with { Name = "Their name" }, by: "Ben");
        await page.Button("Save").ClickAsync();

        await page.Button("Take theirs").ClickAsync();

        Assert.Equal("Their name", page.Find("#api-name").GetAttribute("value"));
        Assert.DoesNotContain("unsaved", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_ByARoleThatMayOnlyRead_OffersNeitherSaveNorRun()
    {
        await using var context = new PageContext(Role.Supervisor);
        context.Definitions.Add(Order);
        var page = Open(context, "order");

        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent is "Save" or "Run" or "Add row");
        Assert.True(page.Find("#api-name").HasAttribute("readonly"));
    }

    [SkippableFact]
    public async Task Save_OfEveryNaughtyString_KeepsAndShowsItExactly()
    {
        await using var context = new PageContext();
        context.Definitions.Add(Order);
        var page = Open(context, "order");
        foreach (var text in NaughtyStrings.Read().Where(t => t.Length > 0 && !t.Contains('\0')).Where((_, i) => i % 10 == 0))
        {
            await page.Find("#api-name").InputAsync(text);
            await page.Find("#api-description").InputAsync(text);
            await page.Button("Save").ClickAsync();

            Assert.Equal((text, text), (context.Definitions["order"].Definition.Name, context.Definitions["order"].Definition.Description));
            Assert.Equal(text, page.Find("#api-name").GetAttribute("value"));
        }
    }

    private static IRenderedComponent<ApiPage> Open(PageContext context, string key) =>
        context.Render<ApiPage>(p => p.Add(a => a.Key, key));
}
