using System.Text;
using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Customers.Export;
using ApiAdmin.Core.Customers.Import;
using ApiAdmin.Core.Customers.Import.Reading;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Customers.Import;

/// <summary>What goes in comes out and goes in again as it was, in both kinds of files, and no cell of it is a formula.</summary>
public sealed class RoundTripTests : IAsyncLifetime
{
    private readonly List<AccessFixture> stores = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var store in stores)
        {
            await store.DisposeAsync();
        }
    }

    [SkippableFact]
    public async Task NaughtyStrings_InOutAndInAgain_AreEqual()
    {
        var strings = NaughtyStrings.Read().Where(text => !string.IsNullOrWhiteSpace(text) && !text.Contains('\0', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        var file = "nick,remark,whatsapp\r\n" + string.Concat(strings.Select((text, index) => $"n{index},\"{Escaped(FormulaSafety.Write(text))}\",\"{Escaped(FormulaSafety.Write(CellList.Join([text])))}\"\r\n"));
        var (first, second) = (await StoreAsync(), await StoreAsync());

        var job = await ImportAsync(first, Encoding.UTF8.GetBytes(file));
        Assert.Equal((null, (long)strings.Count), (job.Problem, job.Counts.Added));
        Assert.Equal(strings, (await AllAsync(first)).Select(customer => customer.Remark));

        foreach (var format in Enum.GetValues<ExportFormat>())
        {
            await ImportAsync(second, await ExportAsync(first, format));
            Assert.Equal(await AllAsync(first), await AllAsync(second));
        }
    }

    [SkippableFact]
    public async Task CsvSpectrum_InOutAndInAgain_AreEqual()
    {
        foreach (var path in Directory.GetFiles(CorpusFolder.Path("csv-spectrum/csvs", "github.com/max-mapper/csv-spectrum"), "*.csv"))
        {
            var expected = JsonDocument.Parse(File.ReadAllText(path.Replace("csvs", "json", StringComparison.Ordinal).Replace(".csv", ".json", StringComparison.Ordinal))).RootElement;
            var rows = Read(path).ToList();
            var objects = expected.ValueKind == JsonValueKind.Array ? expected.EnumerateArray().ToList() : [expected];
            if (!path.Contains("location_coordinates", StringComparison.Ordinal))
            {
                // The corpus's own JSON of that file tells of other values; its files lost the CR of their line breaks, the JSON did not.
                Assert.Equal(
                    objects.Select(row => string.Join('\u001f', row.EnumerateObject().Select(cell => cell.Value.GetString()!.ReplaceLineEndings("\n")))),
                    rows.Skip(1).Select(row => string.Join('\u001f', row.Cells)));
            }

            var (first, second) = (await StoreAsync(), await StoreAsync());
            var job = await UploadAsync(first, File.ReadAllBytes(path));
            string[] targets = ["nick", "remark", "city", "country", "province", "enterprise"];
            var settings = job.Settings with { HasHeader = true, Match = ImportMatch.None, Columns = [.. rows[0].Cells.Select((name, index) => new ImportColumn(name, targets[index]))] };
            await first.Get<CustomerImportService>().RunAsync(AccessFixture.Host, job.Id, settings, dryRun: false, default);
            await ImportAsync(second, await ExportAsync(first, ExportFormat.Csv));
            Assert.Equal(await AllAsync(first), await AllAsync(second));
            Assert.Equal(objects.Count, (await AllAsync(second)).Count);
        }
    }

    [Fact]
    public async Task Export_EveryTriggerInEveryColumn_HasNoCellThatBeginsWithOne()
    {
        var store = await StoreAsync();
        foreach (var trigger in "=+-@\t\r\n＝＋－＠'".Select(character => $"{character}cmd|' /C calc'!A0"))
        {
            await store.Get<CustomerService>().CreateAsync(
                AccessFixture.Host,
                new Customer
                {
                    Nick = trigger, RealName = trigger, Remark = trigger, Country = trigger, City = trigger, Province = trigger, Enterprise = trigger, Source = trigger,
                    Owner = trigger, Phones = [trigger], Accounts = [new(AccountKind.LineId, trigger)], VisitorIds = [trigger],
                },
                null, default);
        }

        var path = Path.Combine(store.Database.DataDirectory, "out.csv");
        await File.WriteAllBytesAsync(path, await ExportAsync(store, ExportFormat.Csv));
        Assert.All(Read(path).SelectMany(row => row.Cells), cell => Assert.False(cell.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(cell[0], StringComparison.Ordinal), cell));
    }

    [Theory]
    [InlineData("O'Neil", "O'Neil")]
    [InlineData("'t Hooft", "'t Hooft")]
    [InlineData("'=1", "=1")]
    [InlineData("''=1", "'=1")]
    public void Read_CellOfAnotherProgram_LosesOnlyAMarkAgainstFormulas(string cell, string text) => Assert.Equal(text, FormulaSafety.Read(cell));

    private static List<ImportLine> Read(string path)
    {
        using var rows = new CsvRows(path, "utf-8", ",");
        return [.. rows.Read()];
    }

    private static string Escaped(string text) => text.Replace("\"", "\"\"", StringComparison.Ordinal);

    private async Task<AccessFixture> StoreAsync()
    {
        var store = await AccessFixture.CreateAsync(configure: (services, configuration) => services.AddCustomers(configuration));
        stores.Add(store);
        return store;
    }

    private static Task<ImportJob> UploadAsync(AccessFixture store, byte[] file) =>
        store.Get<CustomerImportService>().UploadAsync(AccessFixture.Host, "file", new MemoryStream(file), default);

    private static async Task<ImportJob> ImportAsync(AccessFixture store, byte[] file)
    {
        var job = await UploadAsync(store, file);
        return await store.Get<CustomerImportService>().RunAsync(AccessFixture.Host, job.Id, job.Settings, dryRun: false, default);
    }

    private static async Task<byte[]> ExportAsync(AccessFixture store, ExportFormat format)
    {
        using var output = new MemoryStream();
        await store.Get<CustomerExportService>().ExportAsync(new HostActor("test"), new CustomerSearch(), format, output, default);
        return output.ToArray();
    }

    private static async Task<IReadOnlyList<Customer>> AllAsync(AccessFixture store)
    {
        await using var db = await store.Database.Contexts.CreateDbContextAsync();
        var ids = db.Customers.Select(row => row.Id).Order().ToList();
        var all = new List<Customer>();
        foreach (var id in ids)
        {
            all.Add((await store.Get<CustomerService>().GetAsync(AccessFixture.Host, id, default)).Customer);
        }

        return all;
    }
}
