using System.Diagnostics;
using ApiAdmin.Core.Data;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Customers.Import;

/// <summary>An import in a process of its own, killed on the way and resumed: the end is that of one that was left alone.</summary>
public sealed class KilledImportTests
{
    [Fact]
    public async Task Import_KilledAndResumed_EndsAsOneThatWasNot()
    {
        var file = Path.GetTempFileName();
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite);
        await using var whole = await TestStore.CreateAsync(StorageProvider.Sqlite);
        await File.WriteAllTextAsync(file, ImportedStore.File);

        var killed = await KillAsync(store, file);
        var resumed = await VerbRun.RunAsync(store, ["import-customers", "--resume", killed.ToString()]);
        var once = await VerbRun.RunAsync(whole, ["import-customers", file]);

        Assert.Equal((0, 0), (resumed.ExitCode, once.ExitCode));
        Assert.Equal(once.Output, resumed.Output);
        Assert.Equal($"added {ImportedStore.Rows - ImportedStore.Bad}, changed 0, skipped 0, bad {ImportedStore.Bad}", resumed.Output.Trim());
        Assert.Equal(await ImportedStore.ContentsAsync(whole), await ImportedStore.ContentsAsync(store));
        Assert.Equal(await ImportedStore.ReportAsync(whole), await ImportedStore.ReportAsync(store));
        File.Delete(file);
    }

    /// <returns>The id of the import, which has begun and not ended.</returns>
    private static async Task<Guid> KillAsync(TestStore store, string file)
    {
        string[] arguments = [typeof(Web.Program).Assembly.Location, "import-customers", file, .. store.Settings.Where(entry => entry.Value?.Length > 0).Select(entry => $"--{entry.Key}={entry.Value}")];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        var line = await process.StandardError.ReadLineAsync();
        var id = Guid.Parse(line!.Split(' ')[1]);
        await ImportedStore.BegunAsync(store, id, () => process.HasExited);
        process.Kill();
        await process.WaitForExitAsync();
        await ImportedStore.AssertCutAsync(store, id);
        return id;
    }
}
