using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Tests.Support;
using ApiAdmin.Web;
using ApiAdmin.Web.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Operations;

/// <summary>Every verb × wrong usage: exit code 2, nothing on standard output, and a sentence that says the cure.</summary>
public sealed class CommandLineUsageTests
{
    private static readonly string[] Verbs = ["serve", "create-user", "create-key", "export-apis", "import-apis", "verify-audit", "rewrap-secrets"];

    public static TheoryData<string, string> Wrong => new()
    {
        { "fly", "There is no verb \"fly\". The verbs are serve, create-user" },
        { "creat-key --name x", "Did you mean \"create-key\"?" },
        { "--Url=http://127.0.0.1:1", "Did you mean \"--Urls\"?" },
        { "--Storag:DataDirectory=/tmp", "Did you mean \"Storage\"?" },
        { "serve --Urls", "--Urls has no value; write --Urls=VALUE." },
        { "serve now", "\"now\" is too much: serve takes options only." },
        { "serve --port 80", "There is no option \"--port\"." },
        { "create-user", "'--email' is required" },
        { "create-user --email a@example.com", "'--role' is required" },
        { "create-user --email a@example.com --role Agent", "Add --password-stdin" },
        { "create-user --email a@example.com --role Emperor --password-stdin", "Choose one of Administrator, Developer, Supervisor, Agent." },
        { "create-user --email a@example.com --role Developr --password-stdin", "Did you mean \"Developer\"?" },
        { "create-user --email a@example.com --role 0 --password-stdin", "There is no role \"0\"." },
        { "create-user --email a@example.com --role Agent --pasword-stdin", "Did you mean \"--password-stdin\"?" },
        { "create-user --email --role Agent --password-stdin", "--email" },
        { "create-key", "'--name' is required" },
        { "create-key --name x", "'--scopes' is required" },
        { "create-key --nam x --scopes apis:read", "Did you mean \"--name\"?" },
        { "create-key --name x --scopes apis:raed", "Did you mean \"apis:read\"?" },
        { "create-key --name x --scopes ,", "--scopes is empty. Choose from apis:read" },
        { "create-key --name x --scopes apis:read --expires soon", "Write 2027-01-31 or 2027-01-31T18:00Z." },
        { "create-key --name x --scopes apis:read extra", "\"extra\" is too much" },
        { "export-apis", "Required argument 'FILE' missing" },
        { "export-apis a.json b.json", "\"b.json\" is too much: export-apis takes one file." },
        { "export-apis --format yaml", "There is no option \"--format\"." },
        { "import-apis", "Required argument 'FILE' missing" },
        { "import-apis a.json --replace", "There is no option \"--replace\"." },
        { "verify-audit all", "\"all\" is too much: verify-audit takes options only." },
        { "verify-audit --fast", "There is no option \"--fast\"." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task WrongUsage_OfAnyVerb_Exits2WithTheCure(string line, string cure)
    {
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite);
        var run = await VerbRun.RunAsync(store, line.Split(' '));
        Assert.Equal((CommandLine.WrongUsage, ""), (run.ExitCode, run.Output));
        Assert.Contains(cure, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("ApiAdmin.Core", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(store.DataDirectory, "apiadmin.db")), "A wrong usage touched the store.");
    }

    [Fact]
    public async Task UnknownOption_WithASecretAfterIt_IsToldWithoutTheSecret()
    {
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite);
        foreach (string[] line in new[] { new[] { "create-user", "--passwort", "Geheim-4711" }, ["create-user", "--passwort=Geheim-4711"] })
        {
            Assert.DoesNotContain("Geheim", (await VerbRun.RunAsync(store, line)).Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Help_OfEveryVerb_NamesItsOptionsAndAnExample()
    {
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite);
        var root = await VerbRun.RunAsync(store, ["--help"]);
        Assert.Equal(CommandLine.Done, root.ExitCode);
        Assert.All(Verbs, verb => Assert.Contains($"  {verb}", root.Output, StringComparison.Ordinal));
        foreach (var verb in Verbs)
        {
            var help = await VerbRun.RunAsync(store, [verb, "--help"]);
            Assert.Equal(CommandLine.Done, help.ExitCode);
            var example = help.Output[help.Output.IndexOf("Examples:", StringComparison.Ordinal)..];
            Assert.Contains($"  {verb}", example, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task CreateUser_AtATerminal_AsksForThePasswordTwice()
    {
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite);
        string[] line = ["create-user", "--email", "ana@example.com", "--role", "developer"];
        var differing = await VerbRun.RunAsync(store, line, typed: [TestApp.Password, "another pass phrase"]);
        Assert.Equal(CommandLine.Refused, differing.ExitCode);
        Assert.Contains("differ", differing.Error, StringComparison.Ordinal);

        var made = await VerbRun.RunAsync(store, line, typed: [TestApp.Password, TestApp.Password]);
        Assert.True(made.ExitCode == CommandLine.Done, made.Error);
        await using var app = Program.Create([.. store.Settings.Select(entry => $"--{entry.Key}={entry.Value}")]);
        Assert.Equal(Role.Developer, Assert.Single(await app.Services.GetRequiredService<UserService>().ListAsync(new HostActor("test"), default)).Role);
    }

    [Theory]
    [InlineData("create-user --email nobody --role Agent --password-stdin", "e-mail")]
    [InlineData("create-key --name x --scopes apis:read --expires 2020-01-31", "expired already")]
    [InlineData("import-apis none.json", "There is no file ")]
    [InlineData("import-apis /", "is a folder")]
    [InlineData("export-apis /", "is a folder")]
    [InlineData("export-apis /none/apis.json", "There is no folder /none. Make it first")]
    [InlineData("verify-audit --Storage:Provider=Oracle", "Set it to Sqlite or PostgreSql.")]
    [InlineData("verify-audit --Storage:Provider=PostgreSql --ConnectionStrings:ApiAdmin=Host=127.0.0.1;Port=1;Username=x", "Check ConnectionStrings:ApiAdmin")]
    [InlineData("verify-audit --Storage:Provider=PostgreSql --ConnectionStrings:ApiAdmin=Server;x", "ConnectionStrings:ApiAdmin")]
    public async Task Refusal_OfAnyVerb_Exits1WithASentence(string line, string cure)
    {
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite);
        string[] directory = [$"--Storage:DataDirectory={store.DataDirectory}"];
        using var output = new StringWriter();
        using var error = new StringWriter();
        var console = new Web.Operations.Verbs.VerbConsole(new StringReader("a long test pass phrase"), output, error);
        Assert.Equal(CommandLine.Refused, await CommandLine.RunAsync([.. line.Split(' '), .. directory], console));
        Assert.Empty(output.ToString());
        Assert.Contains(cure, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json", "apis.json: ")]
    [InlineData("[]", "apis.json: ")]
    public async Task Import_FileThatIsNone_NamesTheFile(string content, string place)
    {
        var run = await ImportAsync(content);
        Assert.StartsWith(place, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_ManyMistakes_ListsThemAllWithTheirPlace()
    {
        var run = await ImportAsync("""
            { "schema": "apiadmin.definitions/1", "apis": [
              { "key": "Bad Key", "name": "", "method": "GET", "url": "nowhere" },
              { "key": "ok", "name": "Fine", "method": "FETCH", "url": "https://example.com", "colour": 1 },
              { "key": "ok", "name": "Fine too", "method": "GET", "url": "https://example.com" } ] }
            """);
        foreach (var place in new[] { "apis[0].key: ", "apis[0].name: ", "apis[0].url: ", "apis[1].method: ", "apis[1].colour: ", "apis[2].key: ", "Nothing was stored." })
        {
            Assert.Contains(run.Error.Split(Environment.NewLine), line => line.StartsWith(place, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Sections_OfTheSettingsFile_AreAllKnown()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "appsettings.json")));
        foreach (var section in file.RootElement.EnumerateObject())
        {
            Assert.Empty(SettingArguments.Split([$"--{section.Name}{(section.Value.ValueKind == JsonValueKind.Object ? ":X" : "")}=1"]).Problems);
        }
    }

    private static async Task<VerbRun> ImportAsync(string content)
    {
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite);
        var file = Path.Combine(store.DataDirectory, "apis.json");
        await File.WriteAllTextAsync(file, content);
        var run = await VerbRun.RunAsync(store, ["import-apis", file]);
        Assert.Equal((CommandLine.Refused, ""), (run.ExitCode, run.Output));
        return run;
    }
}
