using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Comments;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>Stars, categories, comments and the trash in a browser, with nothing replaced.</summary>
public sealed class OrganiseJourneyTests
{
    private static readonly (string Key, string Name, string Category)[] Apis =
    [
        ("order-status", "Order status", "Orders/EU/Germany"), ("order-refund", "Order refund", "Orders/EU"), ("order-new", "New order", "Orders"),
        ("zh", "查询客户订单状态", "客户/查询"), ("ar", "حالة الطلب", "الطلبات"), ("stock", "Stock", ""),
        ("long", new string('W', 60) + " very long name", new string('C', 60) + "/" + new string('d', 39)),
    ];

    [SkippableTheory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Apis_StarredCommentedDeletedAndBroughtBack_AreFoundWhereTheyBelong(int width, ColorScheme scheme)
    {
        await using var app = await TestApp.StartAsync();
        await using var chromium = await Chromium.StartAsync();
        var user = await app.CreateUserAsync(Role.Administrator, "ana@example.com");
        var page = await chromium.VisitAsync(app.Address, width, scheme);
        var suffix = $"-{width}-{scheme.ToString().ToLowerInvariant()}";
        await page.SignInAsync(user.Email!);
        await page.GotoAsync("/apis?view=trash");
        await page.GetByText("The trash is empty").WaitForAsync();
        await ShowAsync(page, "trash-empty" + suffix);
        await page.GotoAsync("/apis?view=favourites");
        await page.GetByText("No favourites yet").WaitForAsync();
        await ShowAsync(page, "favourites-empty" + suffix);
        await FillAsync(app, new UserActor(user.Id, user.Email!));

        await CommentAsync(page, suffix);
        await ChooseCategoryAsync(page, width, suffix);
        await StarAsync(page, width, suffix);
        await TrashAsync(page, suffix);
    }

    private static async Task CommentAsync(IPage page, string suffix)
    {
        await page.GotoAsync("/apis/order-status");
        await Assertions.Expect(page.Locator("#heading-comments .badge")).ToHaveTextAsync("2");
        await page.Locator("#heading-comments button").ClickAsync();
        await page.Locator("#new-comment").FillAsync("Third line\nof two lines");
        await page.Button("Comment").ClickAsync();
        await Assertions.Expect(page.Locator(".comment-text")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator(".badge-warn")).ToHaveCountAsync(0);
        await ShowAsync(page, "comments" + suffix);
        await page.Button("Remove the comment of ana@example.com").Last.ClickAsync();
        await Assertions.Expect(page.Locator(".comment-text")).ToHaveCountAsync(2);
        await page.Button("Undo").ClickAsync();
        await Assertions.Expect(page.Locator(".comment-text")).ToHaveCountAsync(3);
    }

    private static async Task ChooseCategoryAsync(IPage page, int width, string suffix)
    {
        await page.GotoAsync("/apis");
        await page.WaitForSelectorAsync(".api-table");
        await ShowAsync(page, "organise-list" + suffix);
        await UnfoldAsync(page, width);
        await page.Button("Categories below Orders").ClickAsync();
        await ShowAsync(page, "organise-tree" + suffix);
        await page.Locator(".tree a", new() { HasTextString = "EU" }).ClickAsync();
        await Assertions.Expect(page.Locator(".api-table tbody tr")).ToHaveCountAsync(2);
        Assert.EndsWith("/apis?category=Orders%2FEU", page.Url, StringComparison.Ordinal);
        await ShowAsync(page, "organise-category" + suffix);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".api-table tbody tr")).ToHaveCountAsync(2);
    }

    private static async Task StarAsync(IPage page, int width, string suffix)
    {
        await page.Button("Favourite Order status").ClickAsync();
        await Assertions.Expect(page.Button("Favourite Order status")).ToHaveAttributeAsync("aria-pressed", "true");
        await UnfoldAsync(page, width);
        await page.GetByRole(AriaRole.Link, new() { Name = "Favourites" }).ClickAsync();
        await Assertions.Expect(page.Locator(".api-table .row-link")).ToHaveTextAsync(["Order status"]);
        await ShowAsync(page, "favourites" + suffix);
        await page.Locator(".api-table .row-link").ClickAsync();
        await Assertions.Expect(page.Button("Favourite Order status")).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Locator("#api-name").WaitForAsync();
        await ShowAsync(page, "organise-page" + suffix);
        await page.GotoAsync("/");
        await Assertions.Expect(page.Locator(".opened a")).ToHaveTextAsync(["Order status"]);
        await ShowAsync(page, "organise-overview" + suffix);
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator(".palette-group").First).ToHaveTextAsync("Opened last");
        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync("Order status");
        await page.Keyboard.PressAsync("Escape");
    }

    private static async Task TrashAsync(IPage page, string suffix)
    {
        await page.GotoAsync("/apis");
        await page.Button("Delete Order refund").ClickAsync();
        await Assertions.Expect(page.Locator(".mud-snackbar")).ToContainTextAsync("Order refund is in the trash.");
        await ShowAsync(page, "trash-undo" + suffix);
        await page.Button("Undo").ClickAsync();
        await Assertions.Expect(page.Button("Delete Order refund")).ToBeVisibleAsync();

        await page.GotoAsync("/apis/long");
        await page.Button($"Delete {Apis[^1].Name}").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("APIs");
        await page.Button("Delete New order").ClickAsync();
        await Assertions.Expect(page.Button("Delete New order")).ToHaveCountAsync(0);
        await page.GotoAsync("/apis?view=trash");
        await Assertions.Expect(page.Locator(".trash-table tbody tr")).ToHaveCountAsync(2);
        await ShowAsync(page, "trash" + suffix);
        await page.Button("Restore New order").ClickAsync();
        await Assertions.Expect(page.Locator(".trash-table tbody tr")).ToHaveCountAsync(1);
        await page.Button($"Delete {Apis[^1].Name} for ever").ClickAsync();
        await page.Locator(".mud-dialog input").FillAsync("long");
        await ShowAsync(page, "trash-for-ever" + suffix);
        await page.Locator(".mud-dialog .btn-danger").ClickAsync();
        await page.GetByText("The trash is empty").WaitForAsync();
        await page.GotoAsync("/apis");
        await Assertions.Expect(page.Locator(".api-table tbody tr")).ToHaveCountAsync(Apis.Length - 1);
    }

    /// <summary>On a narrow window the choices are folded away.</summary>
    private static async Task UnfoldAsync(IPage page, int width)
    {
        if (width < 1100)
        {
            await page.Locator(".rail-toggle").ClickAsync();
        }
    }

    private static async Task FillAsync(TestApp app, UserActor actor)
    {
        var definitions = app.Services.GetRequiredService<IDefinitionService>();
        foreach (var (key, name, category) in Apis)
        {
            await definitions.CreateAsync(actor, new ApiDefinition { Key = key, Name = name, Category = category, Url = $"https://crm.example.com/v1/{key}" }, default);
        }

        var comments = app.Services.GetRequiredService<ICommentService>();
        await comments.AddAsync(actor, "order-status", "The back end answers 200 even for errors: look at ret_code.\n\nAsk Ben before changing the path.", default);
        await comments.AddAsync(actor, "order-status", "<b>订单</b> حالة " + new string('w', 200), default);
    }

    private static async Task ShowAsync(IPage page, string name)
    {
        await Chromium.ShootAsync(page, name);
        await page.AssertFitsAsync();
    }
}
