using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;
using ApiAdmin.Tests.Support.Pages;
using ApiAdmin.Web.Access;
using ApiAdmin.Web.Access.ApiKeys;
using ApiAdmin.Web.Access.Users;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace ApiAdmin.Tests.Access;

/// <summary>The pages of users and keys, over the real services.</summary>
public sealed class PeoplePagesTests
{
    [Fact]
    public async Task Users_SearchInTheAddress_DecidesWhoIsListed()
    {
        await using var context = await PeopleContext.CreateAsync();
        await AddAsync(context, "ana@example.com", Role.Developer, "Ana");
        await AddAsync(context, "ben@example.com", Role.Agent, "Ben");
        var navigation = context.Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>();
        navigation.NavigateTo("/settings/users?search=exam&sort=-email");
        var page = context.Render<UsersPage>();
        page.WaitForAssertion(() => Assert.Equal(["Ben", "Ana"], PeopleContext.RowsOf(page).Where(name => name is "Ana" or "Ben")));

        navigation.NavigateTo("/settings/users?search=ANA@");

        page.WaitForAssertion(() => Assert.Equal(["Ana"], PeopleContext.RowsOf(page)));
    }

    [Fact]
    public async Task Users_SortButton_PutsTheOrderIntoTheAddress()
    {
        await using var context = await PeopleContext.CreateAsync();
        var page = context.Render<UsersPage>();
        page.WaitForElement(".user-table");

        await page.Button("Role").ClickAsync();

        Assert.EndsWith("/settings/users?sort=role", context.Services.Address(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invite_GoodEmail_ShowsTheLinkOnceAndListsThePersonAsInvited()
    {
        await using var context = await PeopleContext.CreateAsync();
        var page = context.Render<UsersPage>();
        Open(context, page, "Invite");
        await context.Dialogs.Find("#invite-email").InputAsync("zoe@example.com");

        await context.Dialogs.Find("#invite-form").SubmitAsync();

        context.Dialogs.WaitForElement("[data-testid=shown-once]");
        var link = new Uri(context.Dialogs.Find("[data-testid=shown-once]").TextContent);
        Assert.Equal("/invite", link.AbsolutePath);
        Assert.Equal("zoe@example.com", (await context.Access.Get<UserLinks>().FindAsync(link.Query["?token=".Length..], default))!.Email);
        await context.Dialogs.Button("Close").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("zoe@example.com", PeopleContext.RowsOf(page)));
        Assert.Contains("Invited", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(link.Query, page.Markup + context.Dialogs.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invite_EmailInUse_SaysSoAtTheField()
    {
        await using var context = await PeopleContext.CreateAsync();
        var page = context.Render<UsersPage>();
        Open(context, page, "Invite");
        await context.Dialogs.Find("#invite-email").InputAsync(context.Self.UserName);

        await context.Dialogs.Find("#invite-form").SubmitAsync();

        context.Dialogs.WaitForAssertion(() => Assert.Contains("Somebody has this e-mail", context.Dialogs.Find("#invite-email-error").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Manage_LastAdministratorGivesUpTheRole_IsWarnedThenRefusedWithASentence()
    {
        await using var context = await PeopleContext.CreateAsync();
        var page = context.Render<UsersPage>();
        page.WaitForElement(".cell-actions .btn");
        Open(context, page, $"Manage {context.Self.UserName}");
        Assert.True(context.Dialogs.Button("Switch off").HasAttribute("disabled"));
        await context.Dialogs.Find("#user-role").ChangeAsync("Agent");
        Assert.Contains("This is your own role", context.Dialogs.Find(".notice-warn").TextContent, StringComparison.Ordinal);

        await context.Dialogs.Button("Give up my role").ClickAsync();

        context.Dialogs.WaitForAssertion(() => Assert.Contains("no administrator who can sign in", context.Dialogs.Find(".field-error").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Manage_SwitchOff_ListsThePersonAsSwitchedOff()
    {
        await using var context = await PeopleContext.CreateAsync();
        var ana = await AddAsync(context, "ana@example.com", Role.Developer, "Ana");
        var page = context.Render<UsersPage>();
        page.WaitForElement(".cell-actions .btn");
        Open(context, page, "Manage Ana");

        await context.Dialogs.Button("Switch off").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("Switched off", page.Find(".user-table").TextContent, StringComparison.Ordinal));
        Assert.False(await context.Access.Get<IAuthorizer>().AllowsAsync(new UserActor(ana.Id, ana.Email), Operation.ReadApis, default));
    }

    [Fact]
    public async Task NewKey_WithScopes_IsShownOnceAndListed()
    {
        await using var context = await PeopleContext.CreateAsync();
        var page = context.Render<KeysPage>();
        Open(context, page, "New key");
        await context.Dialogs.Find("#key-form").SubmitAsync();
        Assert.Contains("Name the key", context.Dialogs.Find("#key-name-error").TextContent, StringComparison.Ordinal);
        await context.Dialogs.Find("#key-name").InputAsync("billing");
        await context.Dialogs.FindAll(".scope .checkbox")[0].ChangeAsync(true);

        await context.Dialogs.Find("#key-form").SubmitAsync();

        var text = context.Dialogs.WaitForElement("[data-testid=shown-once]").TextContent;
        Assert.Equal([Scopes.ApisRead], (await context.Access.Get<IApiKeyVerifier>().VerifyAsync(text, default))!.Scopes);
        await context.Dialogs.Button("Close").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal(["billing"], PeopleContext.RowsOf(page)));
        Assert.DoesNotContain(text, page.Markup + context.Dialogs.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rotate_LiveKey_ListsBothWithTheOldOnesEnd()
    {
        await using var context = await PeopleContext.CreateAsync();
        await context.Access.KeyAsync(Scopes.ApisRead);
        var page = context.Render<KeysPage>();
        page.WaitForElement(".key-table");
        Open(context, page, "Rotate k");

        await context.Dialogs.Find("#rotate-form").SubmitAsync();
        context.Dialogs.WaitForElement("[data-testid=shown-once]");
        await context.Dialogs.Button("Close").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal(["k", "k"], PeopleContext.RowsOf(page)));
        Assert.NotNull(page.Find(".key-table time[title='2026-11-23 12:00:00 UTC']"));
    }

    [Fact]
    public async Task Revoke_LiveKey_NeedsItsBeginningTyped()
    {
        await using var context = await PeopleContext.CreateAsync();
        var (_, text) = await context.Access.KeyAsync(Scopes.ApisRead);
        var page = context.Render<KeysPage>();
        page.WaitForElement(".key-table");
        Open(context, page, "Revoke k");
        Assert.True(context.Dialogs.Button("Revoke").HasAttribute("disabled"));
        await context.Dialogs.Find("input").InputAsync(text[..15]);

        await context.Dialogs.Button("Revoke").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("Revoked", page.Find(".key-table").TextContent, StringComparison.Ordinal));
        Assert.Null(await context.Access.Get<IApiKeyVerifier>().VerifyAsync(text, default));
    }

    [Fact]
    public async Task ComposedTexts_ForEveryValue_AreThere()
    {
        await using var context = await PeopleContext.CreateAsync();
        var texts = context.Services.GetRequiredService<IStringLocalizer<AccessTexts>>();
        IEnumerable<string> keys =
        [
            .. Scopes.All.Select(scope => $"Scope.{scope}"), .. Enum.GetNames<Role>().Select(role => $"RoleHint.{role}"),
            .. Enum.GetNames<UserState>().Select(state => $"UserState.{state}"), .. Enum.GetNames<ApiKeyState>().Select(state => $"KeyState.{state}"),
        ];

        Assert.DoesNotContain(keys, key => texts[key].ResourceNotFound);
    }

    /// <summary>Not awaited: the page's handler ends with the dialog.</summary>
    private static void Open<T>(PeopleContext context, IRenderedComponent<T> page, string button)
        where T : Microsoft.AspNetCore.Components.IComponent
    {
        page.WaitForAssertion(() => Assert.NotNull(page.Button(button)));
        page.Button(button).Click();
        context.Dialogs.WaitForElement(".mud-dialog");
    }

    private static Task<UserInfo> AddAsync(PeopleContext context, string email, Role role, string name) =>
        context.Access.Get<UserService>().CreateAsync(AccessFixture.Host, new NewUser(email, role, AccessFixture.Password, name), default);
}
