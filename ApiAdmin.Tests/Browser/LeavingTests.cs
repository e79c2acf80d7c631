using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>What is not saved is not lost by a careless click, and what is not there does not look like something new.</summary>
public sealed class LeavingTests
{
    [SkippableFact]
    public async Task Leave_WithUnsavedChanges_AsksAndKeepsOrLeavesAsToldAndAsksNothingAfterSaving()
    {
        await using var app = await TestApp.StartAsync();
        await app.Services.GetRequiredService<IDefinitionService>().CreateAsync(
            AccessFixture.Host, new ApiDefinition { Key = "orders", Name = "Orders", Url = "https://crm.example.com/v1" }, default);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.VisitAsync(app.Address);
        await page.SignInAsync((await app.CreateUserAsync(Role.Developer)).Email!);
        await page.GotoAsync("/apis/orders");
        await page.Locator("#api-name").FillAsync("Orders, changed");
        await page.GetByText("unsaved", new() { Exact = true }).WaitForAsync();

        await page.Locator(".crumbs a").ClickAsync();
        await page.Button("Stay here").ClickAsync();
        await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);
        Assert.EndsWith("/apis/orders", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("#api-name")).ToHaveValueAsync("Orders, changed");

        var asked = new TaskCompletionSource<string>();
        page.Dialog += async (_, dialog) =>
        {
            asked.TrySetResult(dialog.Type);
            await dialog.AcceptAsync();
        };
        await page.ReloadAsync();
        Assert.Equal("beforeunload", await asked.Task.WaitAsync(Chromium.Patience));

        await page.Locator("#api-name").FillAsync("Orders, saved");
        await page.Button("Save").ClickAsync();
        await Assertions.Expect(page.GetByText("unsaved", new() { Exact = true })).ToHaveCountAsync(0);
        await page.Locator(".crumbs a").ClickAsync();
        await page.WaitForSelectorAsync(".api-table");

        await page.Locator(".api-table .row-link").ClickAsync();
        await page.Locator("#api-name").FillAsync("Thrown away");
        await page.GetByText("unsaved", new() { Exact = true }).WaitForAsync();
        await page.Locator(".crumbs a").ClickAsync();
        await page.Locator(".mud-dialog .btn-danger").ClickAsync();
        await page.WaitForSelectorAsync(".api-table");
        await Assertions.Expect(page.Locator(".api-table .row-link")).ToHaveTextAsync("Orders, saved");
    }

    [SkippableFact]
    public async Task Open_OfAKeyThatIsNotThere_SaysSoAndOffersNoSave()
    {
        await using var app = await TestApp.StartAsync();
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.VisitAsync(app.Address);
        await page.SignInAsync((await app.CreateUserAsync(Role.Developer)).Email!);
        await page.GotoAsync("/apis/no-such-key");

        await Assertions.Expect(page.Locator(".notice-bad")).ToContainTextAsync("no-such-key");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("no-such-key");
        await Assertions.Expect(page.Button("Save")).ToHaveCountAsync(0);
    }
}
