using System.Net;
using System.Net.Http.Headers;
using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>From an invitation to a revoked key, with nothing replaced.</summary>
public sealed class PeopleJourneyTests
{
    private const string Chosen = "seven quiet herons wading";

    [SkippableFact]
    public async Task InvitedAdministrator_SetsUpTheSecondStepAndMakesAKey_WhichWorksUntilItIsRevoked()
    {
        await using var app = await TestApp.StartAsync();
        await using var chromium = await Chromium.StartAsync();
        var (ana, zoe) = (await chromium.VisitAsync(app.Address), await chromium.VisitAsync(app.Address));
        await ana.SignInAsync((await app.CreateUserAsync(Role.Administrator, "ana@example.com")).Email!);

        await zoe.GotoAsync(await InviteAsync(ana));
        await zoe.Locator("#name").FillAsync("Zoe");
        await zoe.Locator("#password").FillAsync(Chosen);
        await zoe.Locator("#again").FillAsync(Chosen);
        await zoe.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(zoe.Locator(".message.info")).ToContainTextAsync("Your password is set");
        await PasswordAsync(zoe);
        await zoe.WaitForSelectorAsync("#app");

        var device = await SetUpAsync(zoe);
        await zoe.Context.ClearCookiesAsync();
        await PasswordAsync(zoe);
        await zoe.Locator("#code").FillAsync(device.CodeAt(TimeProvider.System.GetUtcNow().AddSeconds(30)));
        await zoe.Locator("button[type=submit]").ClickAsync();
        await zoe.WaitForSelectorAsync("#app");

        var key = await MakeKeyAsync(zoe);
        Assert.Equal(HttpStatusCode.OK, await CallAsync(app, key));
        await zoe.GetByRole(AriaRole.Button, new() { Name = "Revoke billing" }).ClickAsync();
        await zoe.Locator(".mud-dialog input").FillAsync(key[..15]);
        await zoe.Locator(".mud-dialog .btn-danger").ClickAsync();
        await Assertions.Expect(zoe.Locator(".key-table")).ToContainTextAsync("Revoked");
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(app, key));
    }

    [SkippableTheory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Screens_OfPeople_FitTheWindow(int width, ColorScheme scheme)
    {
        await using var app = await TestApp.StartAsync();
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.VisitAsync(app.Address, width, scheme);
        var suffix = $"-{width}-{scheme.ToString().ToLowerInvariant()}";
        var (users, keys) = (app.Services.GetRequiredService<UserService>(), app.Services.GetRequiredService<ApiKeyService>());
        await page.SignInAsync((await app.CreateUserAsync(Role.Administrator, "ana@example.com")).Email!);
        await ShowAsync(page, "/settings/keys", ".empty-state", "keys-empty" + suffix);
        var link = await users.InviteAsync(AccessFixture.Host, new Invitation("zoe@example.com", Role.Developer), default);
        foreach (var (email, name, role) in new[] { ("li.na@example.com", "李娜", Role.Agent), ("o@example.com", "عمر الخطيب", Role.Supervisor), ("wide@" + new string('d', 60) + ".example", new string('W', 40) + " very long name", Role.Agent) })
        {
            await users.CreateAsync(AccessFixture.Host, new NewUser(email, role, TestApp.Password, name), default);
        }

        await keys.CreateAsync(AccessFixture.Host, new NewApiKey("billing", [Scopes.ApisRead, Scopes.ApisInvoke], TimeProvider.System.GetUtcNow().AddDays(90)), default);
        await keys.RevokeAsync(AccessFixture.Host, (await keys.CreateAsync(AccessFixture.Host, new NewApiKey("客户系统 " + new string('k', 60), [.. Scopes.All]), default)).Info.Id, default);
        await ShowAsync(page, "/settings/users", ".user-table", "users" + suffix);
        await DialogAsync(page, ".page-actions .btn", "users-invite" + suffix);
        await DialogAsync(page, ".cell-actions .btn", "users-manage" + suffix);
        await ShowAsync(page, "/settings/keys", ".key-table", "keys" + suffix);
        await DialogAsync(page, ".page-actions .btn", "keys-new" + suffix);
        await DialogAsync(page, ".cell-actions .btn:not(.btn-bad)", "keys-rotate" + suffix);
        await ShowAsync(page, $"/invite?token={link.Token}", "#password", "invite" + suffix);
        await ShowAsync(page, "/invite?token=none", ".primary-button", "invite-gone" + suffix);
        await ShowAsync(page, "/account", ".account form", "account" + suffix);
        await SetUpAsync(page, TestApp.Password, suffix);
        await ShowAsync(page, "/account/second-step", ".account form", "second-on" + suffix);
    }

    private static async Task<string> InviteAsync(IPage page)
    {
        await page.GotoAsync("/settings/users");
        await page.Button("Invite").ClickAsync();
        await page.Locator("#invite-email").FillAsync("zoe@example.com");
        await page.Locator("#invite-role").SelectOptionAsync("Administrator");
        await page.Button("Make link").ClickAsync();
        return (await page.GetByTestId("shown-once").TextContentAsync())!;
    }

    private static async Task PasswordAsync(IPage page)
    {
        await page.GotoAsync("/login");
        await page.Locator("#email").FillAsync("zoe@example.com");
        await page.Locator("#password").FillAsync(Chosen);
        await page.Locator("button[type=submit]").ClickAsync();
    }

    private static async Task<Device> SetUpAsync(IPage page, string password = Chosen, string? shots = null)
    {
        await page.GotoAsync("/");
        await page.Locator(".user-menu summary").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Your account" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Set up" }).ClickAsync();
        await page.Locator("#present").FillAsync(password);
        await page.Button("Begin").ClickAsync();
        var device = new Device((await page.GetByTestId("second-key").TextContentAsync())!);
        await ShootAsync(page, "second-setup" + shots, shots);
        await page.Locator("#code").FillAsync(device.CodeAt(TimeProvider.System.GetUtcNow()));
        await page.Button("Switch on").ClickAsync();
        await page.WaitForSelectorAsync("[data-testid=recovery-codes]");
        await ShootAsync(page, "second-codes" + shots, shots);
        await page.GetByRole(AriaRole.Link, new() { Name = "I have kept them" }).ClickAsync();
        await page.WaitForSelectorAsync("#app");
        return device;
    }

    private static async Task<string> MakeKeyAsync(IPage page)
    {
        await page.GotoAsync("/settings/keys");
        await page.Button("New key").ClickAsync();
        await page.Locator("#key-name").FillAsync("billing");
        await page.GetByLabel("apis:read").CheckAsync();
        await page.Button("Make key").ClickAsync();
        var key = (await page.GetByTestId("shown-once").TextContentAsync())!;
        await page.Button("Close").ClickAsync();
        await Assertions.Expect(page.Locator(".key-table")).ToContainTextAsync("billing");
        return key;
    }

    private static async Task<HttpStatusCode> CallAsync(TestApp app, string key)
    {
        using var client = app.Anonymous();
        client.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await client.GetAsync("/api/v1/apis");
        return response.StatusCode;
    }

    private static async Task ShowAsync(IPage page, string path, string selector, string name)
    {
        await page.GotoAsync(path);
        await page.WaitForSelectorAsync(selector);
        await ShootAsync(page, name, name);
    }

    private static async Task DialogAsync(IPage page, string opener, string name)
    {
        await page.Locator(opener).First.ClickAsync();
        await page.WaitForSelectorAsync(".mud-dialog");
        await ShootAsync(page, name, name);
        await page.Locator(".mud-dialog-actions button").First.ClickAsync();
        await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);
    }

    private static async Task ShootAsync(IPage page, string name, string? wanted)
    {
        await page.AssertFitsAsync();
        if (wanted is not null)
        {
            await Chromium.ShootAsync(page, name);
        }
    }
}
