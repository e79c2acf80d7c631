using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

public sealed class LanguageSwitchTests
{
    [SkippableFact]
    public async Task Choose_AnotherLanguage_TurnsEveryPageFromThenOn()
    {
        await using var app = await TestApp.StartAsync();
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.VisitAsync(app.Address);
        await page.SignInAsync((await app.CreateUserAsync(Role.Administrator)).Email!);
        await page.GotoAsync("/apis/new");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("New API");

        await page.Button("中文").ClickAsync();

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("新建 API");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "zh-CN");
        await page.GotoAsync("/settings/users");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("用户");
        await page.Button("English").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Users");
    }

    [SkippableFact]
    public async Task Choose_WithUnsavedChanges_AsksBeforeThePageIsLoadedAnew()
    {
        await using var app = await TestApp.StartAsync();
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.VisitAsync(app.Address);
        await page.SignInAsync((await app.CreateUserAsync(Role.Developer)).Email!);
        await page.GotoAsync("/apis/new");
        await page.Locator("#api-name").FillAsync("Typed");
        await page.GetByText("unsaved", new() { Exact = true }).WaitForAsync();
        var asked = new TaskCompletionSource<string>();
        page.Dialog += async (_, dialog) =>
        {
            asked.TrySetResult(dialog.Type);
            await dialog.DismissAsync();
        };

        await page.Button("中文").ClickAsync();

        Assert.Equal("beforeunload", await asked.Task.WaitAsync(Chromium.Patience));
        await Assertions.Expect(page.Locator("#api-name")).ToHaveValueAsync("Typed");
    }
}
