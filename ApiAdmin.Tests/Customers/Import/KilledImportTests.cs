using System.Diagnostics;
using System.Globalization;
using System.Text;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Customers.Import;
using ApiAdmin.Core.Data;
using ApiAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Customers.Import;

/// <summary>An import in a process of its own, killed on the way and resumed: the end is that of one that was left alone.</summary>
public sealed class KilledImportTests
{
    private const int Rows = 30_000;

    [Fact]
    public async Task Import_KilledAndResumed_EndsAsOneThatWasNot()
    {
        var file = Path.GetTempFileName();
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite);
        await using var whole = await TestStore.CreateAsync(StorageProvider.Sqlite);
        await File.WriteAllTextAsync(file, "nick,phone,remark,sex\n" + string.Concat(Enumerable.Range(0, Rows).Select(Row)));

        var killed = await KillAsync(store, file);
        var resumed = await VerbRun.RunAsync(store, ["import-customers", "--resume", killed.ToString()]);
        var once = await VerbRun.RunAsync(whole, ["import-customers", file]);

        Assert.Equal((0, 0), (resumed.ExitCode, once.ExitCode));
        Assert.Equal(once.Output, resumed.Output);
        Assert.Equal($"added {Rows - (Rows / 1_000)}, changed 0, skipped 0, bad {Rows / 1_000}", resumed.Output.Trim());
        Assert.Equal(await ContentsAsync(whole), await ContentsAsync(store));
        Assert.Equal(await ReportAsync(whole), await ReportAsync(store));
        File.Delete(file);
    }

    private static string Row(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"Nick {number},1380{number:D7},remark {number},{(number % 1_000 == 500 ? "what" : "f")}\n");

    /// <returns>The id of the import, which has begun and not ended.</returns>
    private static async Task<Guid> KillAsync(TestStore store, string file)
    {
        string[] arguments = [typeof(Web.Program).Assembly.Location, "import-customers", file, .. store.Settings.Where(entry => entry.Value?.Length > 0).Select(entry => $"--{entry.Key}={entry.Value}")];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        var line = await process.StandardError.ReadLineAsync();
        var id = Guid.Parse(line!.Split(' ')[1]);
        await using var services = Services(store);
        while (!process.HasExited && (await JobAsync(services, id)).Position == 0)
        {
        }

        process.Kill();
        await process.WaitForExitAsync();
        var left = await JobAsync(services, id);
        Assert.Equal(ImportState.Running, left.State);
        Assert.InRange(left.Position, 1, Rows - 1);
        return id;
    }

    private static ServiceProvider Services(TestStore store) =>
        TestDatabase.Build(store, (services, configuration) => AccessFixture.Configure(services, configuration, TimeProvider.System, (more, settings) => more.AddCustomers(settings)));

    private static async Task<CustomerImportRow> JobAsync(ServiceProvider services, Guid id)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        return await db.CustomerImports.AsNoTracking().SingleAsync(row => row.Id == id);
    }

    private static async Task<string> ContentsAsync(TestStore store)
    {
        await using var services = Services(store);
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        var rows = await db.Customers.AsNoTracking().OrderBy(row => row.Id).Select(row => new { row.Nick, row.Remark }).ToListAsync();
        var phones = await db.CustomerIdentifiers.AsNoTracking().Where(row => row.Kind == IdentifierKind.Phone).OrderBy(row => row.CustomerId).Select(row => row.Shown).ToListAsync();
        return new StringBuilder().AppendJoin('\n', rows.Select(row => $"{row.Nick} {row.Remark}")).AppendJoin('\n', phones).ToString();
    }

    private static async Task<string> ReportAsync(TestStore store) =>
        await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(store.DataDirectory, "imports"), "*.report.csv").Single());
}
