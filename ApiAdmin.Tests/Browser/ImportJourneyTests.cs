using System.Text;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Tests.Support;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>A supervisor imports a file with bad rows, reads the report, mends the rows and imports again.</summary>
public sealed class ImportJourneyTests
{
    [SkippableFact]
    public async Task Supervisor_ImportsAFileWithBadRowsAndFixesThem()
    {
        await using var app = await TestApp.StartAsync();
        await using var chromium = await Chromium.StartAsync();
        await app.CreateUserAsync(Role.Administrator, "root@example.com");
        await app.CreateUserAsync(Role.Supervisor, "sue@example.com");
        var page = await chromium.VisitAsync(app.Address);
        await page.SignInAsync("sue@example.com");

        await UploadAsync(page, "昵称,手机号,E-mail\nLi Na,13800138000,li@example.com\nBad One,13800138001,no-at\nBad Two,13800138002,also none\n");
        await Assertions.Expect(page.Locator(".import-preview select").First).ToHaveValueAsync("nick");
        await page.AssertFitsAsync();
        Assert.Empty((await page.RunAxe()).Violations);
        await page.Button("Try it first").ClickAsync();
        await Assertions.Expect(page.GetByTestId("import-state")).ToHaveTextAsync("Tried");
        Assert.Empty(await NicksAsync(app));
        await page.Button("Import now").ClickAsync();
        await Assertions.Expect(page.GetByTestId("import-state")).ToHaveTextAsync("Done");
        Assert.Equal(["Li Na"], await NicksAsync(app));

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download the report" }).ClickAsync());
        var report = await File.ReadAllLinesAsync((await download.PathAsync())!);
        Assert.Equal(3, report.Length);
        Assert.StartsWith("3,E-mail,no-at,", report[1], StringComparison.Ordinal);

        await UploadAsync(page, "昵称,手机号,E-mail\nLi Na,13800138000,li@example.com\nBad One,13800138001,no@at.com\nBad Two,13800138002,no2@at.com\n");
        await page.Button("Import without trying").ClickAsync();
        await Assertions.Expect(page.GetByTestId("import-state")).ToHaveTextAsync("Done");
        Assert.Equal(["Bad One", "Bad Two", "Li Na"], await NicksAsync(app));
    }

    [SkippableFact]
    public async Task Agent_OnTheImportPage_IsRefused()
    {
        await using var app = await TestApp.StartAsync();
        await using var chromium = await Chromium.StartAsync();
        await app.CreateUserAsync(Role.Administrator, "root@example.com");
        await app.CreateUserAsync(Role.Agent, "ann@example.com");
        var page = await chromium.VisitAsync(app.Address);
        await page.SignInAsync("ann@example.com");

        await page.GotoAsync("/customers/import");

        await Assertions.Expect(page.Locator("#import-file")).ToHaveCountAsync(0);
        Assert.Equal(403, (await page.APIRequest.GetAsync($"{app.Address}/download/customers/export")).Status);
    }

    private static async Task UploadAsync(IPage page, string text)
    {
        await page.GotoAsync("/customers/import");
        await Assertions.Expect(page.Locator("#import-file")).ToBeEnabledAsync();
        await page.WaitForFunctionAsync("() => window.Blazor && document.querySelector('#import-file')");
        await page.Locator("#import-file").SetInputFilesAsync(new FilePayload { Name = "客户.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await Assertions.Expect(page.Locator(".import-preview")).ToBeVisibleAsync();
    }

    private static async Task<IEnumerable<string>> NicksAsync(TestApp app) =>
        (await app.Services.GetRequiredService<CustomerSearchService>().SearchAsync(AccessFixture.Host, new CustomerSearch(), default)).Items
            .Select(found => found.Customer.Nick).Order(StringComparer.Ordinal);
}
