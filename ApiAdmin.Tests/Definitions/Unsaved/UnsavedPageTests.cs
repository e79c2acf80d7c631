using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support.Pages;
using ApiAdmin.Web.Definitions;
using ApiAdmin.Web.Definitions.Unsaved;
using Bunit;

namespace ApiAdmin.Tests.Definitions.Unsaved;

public sealed class UnsavedPageTests
{
    private static readonly ApiDefinition Order = new() { Key = "order", Name = "Order", Url = "https://crm.example.com/orders" };

    [Fact]
    public async Task Typing_WithoutAPause_IsKeptEverySecondAndComesBackInTheNextForm()
    {
        await using var context = new PageContext();
        context.Definitions.Add(Order);
        var page = Open(context);
        await page.Find("#api-name").InputAsync("Order 1");
        context.Clock.Advance(UnsavedKeeper.Pause / 2);
        await page.Find("#api-name").InputAsync("Order 2");
        context.Clock.Advance(UnsavedKeeper.Pause / 2);
        page.WaitForAssertion(() => Assert.Equal("Order 2", Assert.Single(context.Unsaved.Kept).Work.Definition.Name));
        await page.Find("#api-name").InputAsync("Order 3");
        context.Clock.Advance(UnsavedKeeper.Pause);
        page.WaitForAssertion(() => Assert.Equal("Order 3", Assert.Single(context.Unsaved.Kept).Work.Definition.Name));
        await context.DisposeComponentsAsync();

        var next = Open(context);

        Assert.Equal("Order 3", next.Find("#api-name").GetAttribute("value"));
        Assert.Contains("restored", next.Find(".unsaved-restored").TextContent, StringComparison.Ordinal);
        Assert.Contains("unsaved", next.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UrlHalfTyped_IsKeptAsFarAsItIs()
    {
        await using var context = new PageContext();
        context.Definitions.Add(Order);
        var page = Open(context);

        await page.Find("#api-url").InputAsync("https://crm.example.com/orders/{id}?la");
        context.Clock.Advance(UnsavedKeeper.Pause);

        page.WaitForAssertion(() => Assert.Equal(["id", "la"], Assert.Single(context.Unsaved.Kept).Work.Definition.Parameters.Select(p => p.Name)));
        Assert.Empty(page.FindAll(".notice"));
    }

    [Fact]
    public async Task Save_OfRestoredChangesOfAnOlderVersion_TellsOfTheConflict()
    {
        await using var context = new PageContext();
        context.Definitions.Add(Order);
        await TypeAndLeaveAsync(context, "My name");
        context.Definitions.Add(Order with { Name = "Their name" }, by: "Ben");

        var page = Open(context);
        Assert.Contains("Ben", page.Find(".unsaved-restored").TextContent, StringComparison.Ordinal);
        await page.Button("Save").ClickAsync();

        Assert.Contains("both changed it", page.Find(".conflict").TextContent, StringComparison.Ordinal);
        Assert.Equal("Their name", context.Definitions["order"].Definition.Name);
        Assert.Single(context.Unsaved.Kept);
    }

    [Fact]
    public async Task Save_OfRestoredChanges_KeepsNothingMore()
    {
        await using var context = new PageContext();
        context.Definitions.Add(Order);
        await TypeAndLeaveAsync(context, "My name");
        var page = Open(context);

        await page.Button("Save").ClickAsync();

        Assert.Equal("My name", context.Definitions["order"].Definition.Name);
        Assert.Empty(context.Unsaved.Kept);
        Assert.Empty(page.FindAll(".unsaved-restored"));
    }

    [Fact]
    public async Task Discard_ShowsWhatIsStoredAndUndoBringsBackWhatWasTyped()
    {
        await using var context = new PageContext();
        context.Definitions.Add(Order);
        await TypeAndLeaveAsync(context, "My name");
        var page = Open(context);

        await page.Button("Discard").ClickAsync();
        Assert.Equal("Order", page.Find("#api-name").GetAttribute("value"));
        Assert.Empty(context.Unsaved.Kept);

        await page.Button("Undo").ClickAsync();
        Assert.Equal("My name", page.Find("#api-name").GetAttribute("value"));
        context.Clock.Advance(UnsavedKeeper.Pause);
        page.WaitForAssertion(() => Assert.Single(context.Unsaved.Kept));
    }

    [Fact]
    public async Task TypingBackToWhatIsStored_KeepsNothingMore()
    {
        await using var context = new PageContext();
        context.Definitions.Add(Order);
        var page = Open(context);
        await page.Find("#api-name").InputAsync("Other");
        context.Clock.Advance(UnsavedKeeper.Pause);
        page.WaitForAssertion(() => Assert.Single(context.Unsaved.Kept));

        await page.Find("#api-name").InputAsync("Order");
        context.Clock.Advance(UnsavedKeeper.Pause);

        page.WaitForAssertion(() => Assert.Empty(context.Unsaved.Kept));
    }

    [Fact]
    public async Task SecondForm_WhileTheFirstIsOpen_OffersItsChangesAndKeepsBoth()
    {
        await using var context = new PageContext();
        context.Definitions.Add(Order);
        var first = Open(context);
        await first.Find("#api-name").InputAsync("First");
        context.Clock.Advance(UnsavedKeeper.Pause);
        first.WaitForAssertion(() => Assert.Single(context.Unsaved.Kept));
        var work = context.Unsaved.Kept[0];
        context.Unsaved.Kept[0] = (work.Key, work.Work with { Place = work.Work.Place with { Tab = "another" } });

        var second = Open(context);
        Assert.Equal("Order", second.Find("#api-name").GetAttribute("value"));
        Assert.Single(second.FindAll(".unsaved-other"));
        await second.Find("#api-name").InputAsync("Second");
        context.Clock.Advance(UnsavedKeeper.Pause);
        second.WaitForAssertion(() => Assert.Equal(["First", "Second"], context.Unsaved.Kept.Select(kept => kept.Work.Definition.Name)));

        await second.Button("Show them").ClickAsync();
        Assert.Equal("First", second.Find("#api-name").GetAttribute("value"));
        await first.Find("#api-name").InputAsync("First, typed on");
        context.Clock.Advance(UnsavedKeeper.Pause);

        first.WaitForAssertion(() => Assert.Equal(
            ["First", "Second", "First, typed on"], context.Unsaved.Kept.Select(kept => kept.Work.Definition.Name)));
    }

    [Fact]
    public async Task Keeping_ThatFails_IsToldAndTriedAgainWithTheNextChange()
    {
        await using var context = new PageContext();
        context.Definitions.Add(Order);
        var page = Open(context);
        context.Unsaved.Failure = new StoreFullException();
        await page.Find("#api-name").InputAsync("One");
        context.Clock.Advance(UnsavedKeeper.Pause);
        page.WaitForAssertion(() => Assert.Contains("not kept", page.Find(".notice-warn").TextContent, StringComparison.Ordinal));

        context.Unsaved.Failure = null;
        await page.Find("#api-name").InputAsync("Two");
        context.Clock.Advance(UnsavedKeeper.Pause);

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".notice-warn")));
        Assert.Equal("Two", Assert.Single(context.Unsaved.Kept).Work.Definition.Name);
    }

    [Fact]
    public async Task Reader_WhoMayNotSave_IsOfferedNothing()
    {
        await using var context = new PageContext(Role.Supervisor);
        context.Definitions.Add(Order);
        await TypeAndLeaveAsync(context, "n/a", typed: false);

        Assert.Empty(context.Unsaved.Kept);
    }

    private static async Task TypeAndLeaveAsync(PageContext context, string name, bool typed = true)
    {
        var page = Open(context);
        if (typed)
        {
            await page.Find("#api-name").InputAsync(name);
            context.Clock.Advance(UnsavedKeeper.Pause);
            page.WaitForAssertion(() => Assert.Single(context.Unsaved.Kept));
        }

        await context.DisposeComponentsAsync();
    }

    private static IRenderedComponent<ApiPage> Open(PageContext context) => context.Render<ApiPage>(p => p.Add(a => a.Key, "order"));
}
