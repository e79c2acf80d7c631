using System.Diagnostics;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions.Storing;
using ApiAdmin.Tests.Support;
using ApiAdmin.Web;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Operations;

/// <summary>The real program as a process of its own.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Developer)]
    [InlineData(Role.Supervisor)]
    [InlineData(Role.Agent)]
    public async Task CreateUser_OfAnyRoleOnAnEmptyStore_MakesTheUserAndClosesSetup(Role role)
    {
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite);
        string[] line = ["create-user", "--email", "ana@example.com", "--role", role.ToString(), "--password-stdin"];
        var run = await RunAsync(store, TestApp.Password, line);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.True(Guid.TryParse(run.Output.Trim(), out var id), run.Output);

        await using var app = Program.Create([.. store.Settings.Select(entry => $"--{entry.Key}={entry.Value}")]);
        Assert.Null(await app.Services.GetRequiredService<SetupService>().TokenAsync(default));
        var user = Assert.Single(await app.Services.GetRequiredService<UserService>().ListAsync(new HostActor("test"), default));
        Assert.Equal((id, "ana@example.com", role), (user.Id, user.Email, user.Role));

        var again = await RunAsync(store, TestApp.Password, line);
        Assert.Equal(1, again.ExitCode);
        Assert.NotEmpty(again.Error);
    }

    [Fact]
    public async Task CreateKey_Scopes_PrintsTheKeyAloneOnTheLastLine()
    {
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite);
        var run = await RunAsync(store, "", "create-key", "--name", "billing", "--scopes", "apis:read,apis:write");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.DoesNotContain(' ', run.Output.TrimEnd('\n').Split('\n')[^1]);
    }

    [Fact]
    public async Task ExportThenImport_OnAnEmptyStore_AddsWhatWasThere()
    {
        await using var full = await TestStore.CreateAsync(StorageProvider.Sqlite);
        await using (var app = Program.Create([.. full.Settings.Select(entry => $"--{entry.Key}={entry.Value}")]))
        {
            await app.Services.GetRequiredService<DatabaseInitializer>().InitializeAsync(default);
            await app.Services.GetRequiredService<DefinitionArchive>().AddSamplesAsync(new HostActor("test"), default);
        }

        var file = Path.Combine(full.DataDirectory, "apis.json");
        var export = await RunAsync(full, "", "export-apis", file);
        Assert.True(export.ExitCode == 0, export.Error);

        await using var empty = await TestStore.CreateAsync(StorageProvider.Sqlite);
        var import = await RunAsync(empty, "", "import-apis", file);
        Assert.True(import.ExitCode == 0, import.Error);
        Assert.Equal("added 6, changed 0, unchanged 0", import.Output.Trim());

        await File.WriteAllTextAsync(file, "{}");
        Assert.Equal(1, (await RunAsync(empty, "", "import-apis", file)).ExitCode);
    }

    [Theory]
    [InlineData("serve", "missing", "is missing")]
    [InlineData("serve", "other", "is not the one this database was sealed with")]
    [InlineData("serve", "garbage", "is no ApiAdmin key")]
    [InlineData("verify-audit", "other", "is not the one this database was sealed with")]
    public async Task Start_WithoutTheRightKeyFile_SaysOnlyItsSentence(string verb, string what, string sentence)
    {
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite);
        Assert.Equal(0, (await RunAsync(store, "", "verify-audit")).ExitCode);
        var file = Path.Combine(store.DataDirectory, "keys", "master.key");
        File.Delete(file);
        if (what != "missing")
        {
            await File.WriteAllTextAsync(file, what == "other" ? Convert.ToBase64String(new byte[32]) : "garbage!");
        }

        var run = await RunAsync(store, "", verb, "--Urls=http://127.0.0.1:0");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(sentence, Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RewrapSecrets_Twice_SealsAgainWithAnotherKeyEachTime()
    {
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite);
        await using (var app = Program.Create([.. store.Settings.Select(entry => $"--{entry.Key}={entry.Value}")]))
        {
            await app.Services.GetRequiredService<DatabaseInitializer>().InitializeAsync(default);
            await app.Services.GetRequiredService<ISecretService>().PutAsync(new HostActor("test"), "token", "kept value", ["a.example"], default);
        }

        var first = await RunAsync(store, "", "rewrap-secrets");
        var second = await RunAsync(store, "", "rewrap-secrets");

        Assert.All([first, second], run => Assert.True(run.ExitCode == 0, run.Error));
        Assert.All([first, second], run => Assert.StartsWith("sealed again: 1, with key ", run.Output, StringComparison.Ordinal));
        Assert.NotEqual(first.Output, second.Output);
        await using var after = Program.Create([.. store.Settings.Select(entry => $"--{entry.Key}={entry.Value}")]);
        await after.Services.GetRequiredService<DatabaseInitializer>().InitializeAsync(default);
        Assert.Equal("kept value", (await after.Services.GetRequiredService<ISecretSource>().RevealAsync(["token"], default))["token"].Value);
    }

    [Theory]
    [InlineData("fly")]
    [InlineData("create-key --name x")]
    [InlineData("create-user --email a@example.com --role Emperor --password-stdin")]
    public async Task WrongUsage_Exits2(string line)
    {
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite);
        var run = await RunAsync(store, "", line.Split(' '));
        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Error);
        Assert.Empty(run.Output);
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(TestStore store, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            WorkingDirectory = store.DataDirectory,
        };
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        foreach (var argument in arguments.Concat(store.Settings.Where(entry => entry.Value?.Length > 0).Select(entry => $"--{entry.Key}={entry.Value}")))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
