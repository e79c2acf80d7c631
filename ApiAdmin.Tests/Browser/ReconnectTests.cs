using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

public sealed class ReconnectTests
{
    [SkippableFact]
    public async Task Typing_WhileTheLineIsCut_ReachesTheServerOnceItIsMended()
    {
        var line = new CutLine();
        await using var app = await TestApp.StartAsync(adjust: line.Adjust);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.VisitAsync(app.Address);
        await page.SignInAsync((await app.CreateUserAsync(Role.Developer)).Email!);
        await page.GotoAsync("/apis/new");
        await page.Locator("#api-name").FillAsync("Before");
        await Assertions.Expect(page.Locator("#api-key")).ToHaveValueAsync("before");

        line.Cut();
        await page.GetByText("Connection lost").WaitForAsync();
        await page.Locator("#api-name").FillAsync("Typed in between");
        await page.Locator("#api-description").FillAsync("Also in between");
        await page.Locator("#api-url").FillAsync("https://crm.example.com/orders?lang=en");
        await page.Locator("#api-url").BlurAsync();
        line.Mend();

        await Assertions.Expect(page.Locator("#api-key")).ToHaveValueAsync("typed-in-between");
        await Assertions.Expect(page.Locator("#api-url")).ToHaveValueAsync("https://crm.example.com/orders?lang=en");
        await page.Button("Save").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(app.Address + "/apis/typed-in-between");
        var stored = (await app.Services.GetRequiredService<IDefinitionService>().GetAsync(AccessFixture.Host, "typed-in-between", default)).Definition;
        Assert.Equal("Also in between", stored.Description);
        Assert.Equal(["lang"], stored.Parameters.Select(param => param.Name));
    }
}
