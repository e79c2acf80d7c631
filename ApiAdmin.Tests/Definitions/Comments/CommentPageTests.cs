using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support.Pages;
using ApiAdmin.Web.Definitions;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace ApiAdmin.Tests.Definitions.Comments;

public sealed class CommentPageTests
{
    [Fact]
    public async Task Comments_AreCountedInTheHeadingAndShownAsTyped()
    {
        await using var context = new PageContext(Role.Supervisor);
        context.Comments.Add("Ben", "<img src=x onerror=alert(1)>\nsecond line");
        var page = Open(context);
        Assert.Equal("1", page.Find("#heading-comments .badge").TextContent);
        Assert.Empty(page.FindAll(".comment"));

        await page.Find("#heading-comments button").ClickAsync();

        Assert.Equal("<img src=x onerror=alert(1)>\nsecond line", page.Find(".comment-text").TextContent);
        Assert.Empty(page.FindAll(".comments textarea, .comment .btn"));
    }

    [Fact]
    public async Task Comment_ThatIsAdded_ShowsAndLeavesTheFormAlone()
    {
        await using var context = new PageContext();
        var page = Open(context);
        await page.Find("#heading-comments button").ClickAsync();
        Assert.True(page.Button("Comment").HasAttribute("disabled"));

        await page.Find("#new-comment").InputAsync("Ask Ben first");
        await page.Button("Comment").ClickAsync();

        Assert.Equal("Ask Ben first", page.Find(".comment-text").TextContent);
        Assert.Equal("", page.Find("#new-comment").GetAttribute("value"));
        Assert.DoesNotContain("Unsaved", page.Find(".page-header").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comment_ThatIsRefused_StaysInTheBoxWithTheReason()
    {
        await using var context = new PageContext();
        context.Comments.Refusal = new InvalidException([new Finding("text", FindingCodes.InvalidCharacter, "The comment holds a control character; remove it.")]);
        var page = Open(context);
        await page.Find("#heading-comments button").ClickAsync();
        await page.Find("#new-comment").InputAsync("bad");
        await page.Button("Comment").ClickAsync();

        Assert.Equal("bad", page.Find("#new-comment").GetAttribute("value"));
        Assert.Contains("remove it", page.Find(".comments [role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comment_TypedAndNotSent_AsksBeforeThePageIsLeft()
    {
        await using var context = new PageContext();
        var dialogs = context.Render<MudDialogProvider>();
        var page = Open(context);
        await page.Find("#heading-comments button").ClickAsync();
        Assert.Empty(page.FindAll("[data-unsaved]"));
        await page.Find("#new-comment").InputAsync("half a thought");
        Assert.Single(page.FindAll("[data-unsaved]"));

        context.Services.GetRequiredService<NavigationManager>().NavigateTo("/apis");

        dialogs.WaitForAssertion(() => Assert.Contains("Leave without saving?", dialogs.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Comment_OfOnesOwn_IsEditedRemovedAndBroughtBack()
    {
        await using var context = new PageContext();
        context.Comments.Add("Ana", "first", mayChange: true);
        var notices = context.Render<MudSnackbarProvider>();
        var page = Open(context);
        await page.Find("#heading-comments button").ClickAsync();

        await page.Button("Edit the comment of Ana").ClickAsync();
        Assert.Equal("first", page.Find(".comment textarea").GetAttribute("value"));
        await page.Find(".comment textarea").InputAsync("second");
        await page.Button("Save the comment").ClickAsync();
        Assert.Equal("second", page.Find(".comment-text").TextContent);
        Assert.Contains("edited", page.Find(".comment-head").TextContent, StringComparison.Ordinal);

        await page.Button("Remove the comment of Ana").ClickAsync();
        Assert.Empty(page.FindAll(".comment"));
        await notices.Find(".mud-snackbar-content-action button").ClickAsync();
        Assert.Equal("second", page.Find(".comment-text").TextContent);
    }

    [Fact]
    public async Task Comments_OfALongThread_ShowTheNewestAndTheEarlierOnDemand()
    {
        await using var context = new PageContext();
        for (var i = 1; i <= 25; i++)
        {
            context.Comments.Add("Ben", $"comment {i}");
        }

        var page = Open(context);
        await page.Find("#heading-comments button").ClickAsync();
        Assert.Equal("comment 6", page.FindAll(".comment-text")[0].TextContent);

        await page.Button("Show earlier comments (5)").ClickAsync();
        Assert.Equal("comment 1", page.FindAll(".comment-text")[0].TextContent);
    }

    private static IRenderedComponent<ApiPage> Open(PageContext context)
    {
        context.Definitions.Add(new ApiDefinition { Key = "a", Name = "Alpha", Url = "https://crm.example.com/v1" });
        return context.Render<ApiPage>(p => p.Add(a => a.Key, "a"));
    }
}
