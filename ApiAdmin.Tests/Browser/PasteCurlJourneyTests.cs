using ApiAdmin.Core.Access;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>From a command of R&amp;D to a result, with nothing replaced.</summary>
public sealed class PasteCurlJourneyTests
{
    private static readonly Dictionary<string, string?> WithSandbox = new() { ["Sandbox:Enabled"] = "true" };

    [SkippableTheory]
    [InlineData("en", "Paste cURL", "Fill the form", "Run", "Success")]
    [InlineData("zh-CN", "粘贴 cURL", "填入表单", "运行", "成功")]
    public async Task PasteOnTheList_ToARun_ShowsWhatTheSandboxAnswers(string language, string paste, string fill, string run, string success)
    {
        await using var app = await TestApp.StartAsync(settings: WithSandbox);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.VisitAsync(app.Address);
        await page.SpeakAsync(app.Address, language);
        await page.SignInAsync((await app.CreateUserAsync(Role.Developer)).Email!);
        var sandbox = app.Services.GetRequiredService<ISandboxAddress>().Url!;

        await page.GotoAsync("/apis");
        await page.Button(paste).ClickAsync();
        await page.Locator("#curl-text").FillAsync($"curl '{sandbox}/orders/A-1001?lang=en' -k \\\n  -H 'Authorization: Bearer canary-of-the-journey' -H 'X-Tenant: acme'");
        await Assertions.Expect(page.GetByTestId("pasted")).ToContainTextAsync("/orders/A-1001");
        await page.Locator(".pasted-inputs summary").ClickAsync();
        await page.GetByLabel("orderId").CheckAsync();
        await page.ShootEverywhereAsync($"curl-dialog-{language}");
        await page.Button(fill).ClickAsync();

        await Assertions.Expect(page.Locator("#api-url")).ToHaveValueAsync($"{sandbox}/orders/{{orderId}}?lang=en");
        await Assertions.Expect(page.Locator("#input-orderId")).ToHaveValueAsync("A-1001");
        await page.Button(run).ClickAsync();
        await Assertions.Expect(page.GetByTestId("outcome")).ToHaveTextAsync(success);
        await page.Locator(".copy-as select").SelectOptionAsync("Curl");
        await Assertions.Expect(page.Locator("#preview-text")).ToContainTextAsync("Authorization: Bearer <");
        await page.ShootEverywhereAsync($"curl-run-{language}");
        Assert.DoesNotContain("canary-of-the-journey", await page.ContentAsync(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task PasteOfAHundredKilobytesIntoTheUrl_EntersWholeInSmallMessages()
    {
        await using var app = await TestApp.StartAsync(settings: WithSandbox);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.VisitAsync(app.Address);
        var largest = 0;
        page.WebSocket += (_, socket) => socket.FrameSent += (_, frame) => largest = Math.Max(largest, frame.Binary?.Length ?? 0);
        await page.SignInAsync((await app.CreateUserAsync(Role.Developer)).Email!);
        await page.GotoAsync("/apis/new");
        var body = $$"""[{"text":"{{new string('x', 100_000)}}"}]""";

        await page.Locator("#api-url").EvaluateAsync(
            "(field, text) => { const data = new DataTransfer(); data.setData('text/plain', text); field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }",
            $"curl https://crm.example.com/v1/orders --json '{body}'");
        await Assertions.Expect(page.GetByTestId("pasted")).ToContainTextAsync("https://crm.example.com/v1/orders");
        await page.Locator("#curl-text").PressAsync("End");
        await page.Button("Fill the form").ClickAsync();

        await Assertions.Expect(page.Locator("#api-name")).ToHaveValueAsync("Orders");
        await Assertions.Expect(page.Locator("#body-template")).ToHaveValueAsync(body);
        Assert.InRange(largest, 20_000, 32 * 1024);
    }
}
