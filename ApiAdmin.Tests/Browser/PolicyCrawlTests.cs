using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Browser.Customers;
using ApiAdmin.Tests.Support;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>Every page, opened in a real browser, keeps within its own content security policy.</summary>
public sealed class PolicyCrawlTests
{
    [SkippableFact]
    public async Task EveryPage_SignedIn_SendsNoPolicyReportAndNoConsoleError()
    {
        await using var app = await TestApp.StartAsync(settings: new Dictionary<string, string?> { ["Sandbox:Enabled"] = "true" });
        await CustomerSeed.AddAsync(app.Services);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.VisitAsync(app.Address);
        var trouble = new List<string>();
        page.Request += (_, request) => Keep(trouble, request.Url.EndsWith("/csp", StringComparison.Ordinal), $"report of {page.Url}");
        page.Console += (_, message) => Keep(trouble, message.Type == "error", $"{page.Url}: {message.Text}");
        page.PageError += (_, message) => trouble.Add($"{page.Url}: {message}");
        await page.SignInAsync((await app.CreateUserAsync(Role.Administrator)).Email!);
        foreach (var path in new[] { "/", "/apis", "/apis/new", "/apis/none", "/apis/customer-query", "/cases", "/customers/import", "/history", "/history/none", "/history/compare", "/secrets", "/customers", "/customers/new", "/customers/77", "/customers/77/edit", "/customers/77/merge/78", "/customers?view=trash", "/settings/customer-fields", "/settings/tags", "/settings/vip-levels", "/settings/users", "/settings/keys", "/account", "/account/second-step", "/login/code", "/invite?token=none", "/denied", "/docs" })
        {
            await page.GotoAsync(path);
            await page.WaitForSelectorAsync("h1");
        }

        Assert.Empty(trouble);
    }

    private static void Keep(List<string> trouble, bool isTrouble, string text)
    {
        if (isTrouble)
        {
            trouble.Add(text);
        }
    }
}
