using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>The key follows the name until somebody types one.</summary>
public sealed class KeyFieldTests
{
    [SkippableFact]
    public async Task Key_TypedBeforeTheAnswerToTheName_StaysAsTypedOnThePageToo()
    {
        await using var app = await TestApp.StartAsync();
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.VisitAsync(app.Address);
        await page.SignInAsync((await app.CreateUserAsync(Role.Developer)).Email!);
        await page.GotoAsync("/apis/new");
        await page.Locator("#api-name").WaitForAsync();

        // Both in one turn of the browser, so that no answer can come in between.
        await page.EvaluateAsync(
            """
            () => {
              for (const [id, text] of [["api-name", "A name that makes a long key"], ["api-key", "mine"]]) {
                const field = document.getElementById(id);
                field.value = text;
                field.dispatchEvent(new Event("input", { bubbles: true }));
              }
            }
            """);
        await page.Locator("#api-url").FillAsync("https://crm.example.com/v1");
        await page.Button("Save").ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(app.Address + "/apis/mine");
        await Assertions.Expect(page.Locator("#api-key")).ToHaveValueAsync("mine");
    }
}
