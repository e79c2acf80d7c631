using System.Globalization;
using System.Text;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Customers.Import;
using ApiAdmin.Core.Data;
using ApiAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Customers.Import;

/// <summary>A file to import, and what an import left in a store, looked at from outside the program that ran it.</summary>
internal static class ImportedStore
{
    public const int Rows = 30_000;
    public const int Bad = Rows / 1_000;

    public static string File { get; } = "nick,phone,remark,sex\n" + string.Concat(Enumerable.Range(0, Rows).Select(Row));

    /// <summary>Waits until some rows are in, and not all.</summary>
    public static async Task BegunAsync(TestStore store, Guid id, Func<bool> ended)
    {
        await using var services = Services(store);
        while (!ended() && (await JobAsync(services, id)).Position == 0)
        {
        }
    }

    /// <summary>The import was killed on the way: it says that it runs, and some rows are in.</summary>
    public static async Task AssertCutAsync(TestStore store, Guid id)
    {
        await using var services = Services(store);
        var left = await JobAsync(services, id);
        Assert.Equal(ImportState.Running, left.State);
        Assert.InRange(left.Position, 1, Rows - 1);
    }

    public static async Task<string> ContentsAsync(TestStore store)
    {
        await using var services = Services(store);
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        var rows = await db.Customers.AsNoTracking().OrderBy(row => row.Id).Select(row => new { row.Nick, row.Remark }).ToListAsync();
        var phones = await db.CustomerIdentifiers.AsNoTracking().Where(row => row.Kind == IdentifierKind.Phone).OrderBy(row => row.CustomerId).Select(row => row.Shown).ToListAsync();
        return new StringBuilder().AppendJoin('\n', rows.Select(row => $"{row.Nick} {row.Remark}")).AppendJoin('\n', phones).ToString();
    }

    public static async Task<string> ReportAsync(TestStore store) =>
        await System.IO.File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(store.DataDirectory, "imports"), "*.report.csv").Single());

    private static string Row(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"Nick {number},1380{number:D7},remark {number},{(number % 1_000 == 500 ? "what" : "f")}\n");

    private static ServiceProvider Services(TestStore store) =>
        TestDatabase.Build(store, (services, configuration) => AccessFixture.Configure(services, configuration, TimeProvider.System, (more, settings) => more.AddCustomers(settings)));

    private static async Task<CustomerImportRow> JobAsync(ServiceProvider services, Guid id)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        return await db.CustomerImports.AsNoTracking().SingleAsync(row => row.Id == id);
    }
}
