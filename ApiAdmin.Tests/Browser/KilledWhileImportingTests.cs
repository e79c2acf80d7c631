using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ApiAdmin.Core.Data;
using ApiAdmin.Tests.Customers.Import;
using ApiAdmin.Tests.Support;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>kill -9 of the whole program while an import of a page runs: started again, the button Resume brings it to the end of one that was left alone.</summary>
public sealed partial class KilledWhileImportingTests
{
    [SkippableFact]
    public async Task Import_AfterAKillOnTheWay_IsResumedOnItsPageAndEndsAsOneThatWasNot()
    {
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite);
        await using var whole = await TestStore.CreateAsync(StorageProvider.Sqlite);
        await using var chromium = await Chromium.StartAsync();
        var user = await VerbRun.RunAsync(store, ["create-user", "--email", "sue@example.com", "--role", "Supervisor", "--password-stdin"], TestApp.Password);
        Assert.True(user.ExitCode == 0, user.Error);
        var urls = $"--Urls=http://127.0.0.1:{ServerProcess.FreePort()}";
        IPage page;
        using (var server = await ServerProcess.StartAsync(store, urls))
        {
            page = await chromium.VisitAsync(server.Address);
            await page.SignInAsync("sue@example.com");
            var import = await BeginAsync(page);
            await ImportedStore.BegunAsync(store, import, () => false);
            await server.KillAsync();
            await ImportedStore.AssertCutAsync(store, import);
        }

        using var again = await ServerProcess.StartAsync(store, urls);
        await page.GotoAsync(page.Url);
        await Assertions.Expect(page.GetByTestId("import-state")).ToHaveTextAsync("Interrupted");
        await page.Button("Resume").ClickAsync();
        await Assertions.Expect(page.GetByTestId("import-state")).ToHaveTextAsync("Done", new() { Timeout = Longest });

        var (good, bad) = ((ImportedStore.Rows - ImportedStore.Bad).ToString("N0", CultureInfo.InvariantCulture), ImportedStore.Bad.ToString(CultureInfo.InvariantCulture));
        Assert.Equal([good, "0", "0", bad], await page.GetByTestId("import-counts").Locator("dd").AllInnerTextsAsync());
        await Assertions.Expect(page.Locator(".import-problems tbody tr")).ToHaveCountAsync(20);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, ImportedStore.File);
        Assert.Equal(0, (await VerbRun.RunAsync(whole, ["import-customers", file])).ExitCode);
        Assert.Equal(await ImportedStore.ContentsAsync(whole), await ImportedStore.ContentsAsync(store));
        Assert.Equal(await ImportedStore.ReportAsync(whole), await ImportedStore.ReportAsync(store));
        File.Delete(file);
    }

    /// <summary>A bound for a busy machine; the rows are in within seconds on a quiet one.</summary>
    private const float Longest = 180_000;

    private static async Task<Guid> BeginAsync(IPage page)
    {
        await page.GotoAsync("/customers/import");
        await Assertions.Expect(page.Locator("#import-file")).ToBeEnabledAsync();
        await page.WaitForFunctionAsync("() => window.Blazor && document.querySelector('#import-file')");
        await page.Locator("#import-file").SetInputFilesAsync(new FilePayload { Name = "many.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(ImportedStore.File) });
        await Assertions.Expect(page.Locator(".import-preview")).ToBeVisibleAsync();
        await page.Button("Import without trying").ClickAsync();
        return Guid.Parse(Id().Match(page.Url).Value);
    }

    [GeneratedRegex("(?<=id=)[0-9a-f]{32}", RegexOptions.None, 1000)]
    private static partial Regex Id();
}
