using System.Net;
using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support;
using ApiAdmin.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Data;

/// <summary>kill -9 of the whole program while it saves over REST: what was answered 201 is there afterwards, whole.</summary>
public sealed class KilledServerTests
{
    private const int Rounds = 4;
    private const int Writers = 4;

    [SkippableTheory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.PostgreSql)]
    public async Task Server_KilledDuringSaves_LosesNothingItAcknowledged(StorageProvider provider)
    {
        await using var store = await TestStore.CreateAsync(provider);
        var run = await VerbRun.RunAsync(store, ["create-key", "--name", "writer", "--scopes", "apis:read,apis:write"]);
        Assert.True(run.ExitCode == 0, run.Error);
        var key = run.Output.Trim();
        var random = new Random(9);
        var acknowledged = new List<string>();
        for (var round = 0; round < Rounds; round++)
        {
            using var server = await ServerProcess.StartAsync(store);
            var first = new TaskCompletionSource();
            var writers = Enumerable.Range(0, Writers).Select(writer => WriteAsync(server.Address, key, $"r{round}-w{writer}", first)).ToList();
            await first.Task;
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(50, 400)), TimeProvider.System);
            await server.KillAsync();
            acknowledged.AddRange((await Task.WhenAll(writers)).SelectMany(keys => keys));
        }

        Assert.True(acknowledged.Count > Rounds * 2, $"Only {acknowledged.Count} saves were acknowledged.");
        await using var app = Program.Create([.. store.Settings.Where(entry => entry.Value?.Length > 0).Select(entry => $"--{entry.Key}={entry.Value}")]);
        await app.Services.GetRequiredService<DatabaseInitializer>().InitializeAsync(default);
        var definitions = app.Services.GetRequiredService<IDefinitionService>();
        foreach (var saved in acknowledged)
        {
            Assert.Equal($"Name of {saved}", (await definitions.GetAsync(AccessFixture.Host, saved, default)).Definition.Name);
        }

        await AssertWholeAsync(app.Services);
    }

    /// <summary>No half transaction: a draft and an audit row for every API, and the chain whole.</summary>
    private static async Task AssertWholeAsync(IServiceProvider services)
    {
        Assert.Null((await services.GetRequiredService<AuditVerifier>().VerifyAsync(AccessFixture.Host, default)).Fault);
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        var apis = await db.Apis.CountAsync();
        Assert.Equal(apis, await db.ApiDrafts.CountAsync());
        Assert.Equal(apis, await db.Audit.CountAsync(row => row.Action == "api.create"));
    }

    private static async Task<List<string>> WriteAsync(string address, string key, string prefix, TaskCompletionSource first)
    {
#pragma warning disable RS0030 // The client of a test; the guarded transport is for what the product calls.
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(address) };
#pragma warning restore RS0030
        http.DefaultRequestHeaders.Add("X-Api-Key", key);
        var acknowledged = new List<string>();
        try
        {
            for (var i = 0; ; i++)
            {
                var name = $"{prefix}-{i}";
                using var content = new StringContent(
                    JsonSerializer.Serialize(new { key = name, name = $"Name of {name}", url = "https://crm.example.com" }), null, "application/json");
                using var response = await http.PostAsync(new Uri("/api/v1/apis", UriKind.Relative), content);
                if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
                {
                    continue; // Busy: refused, and so not acknowledged.
                }

                Assert.Equal(HttpStatusCode.Created, response.StatusCode);
                acknowledged.Add(name);
                first.TrySetResult();
            }
        }
        catch (HttpRequestException)
        {
            // Killed.
            return acknowledged;
        }
        finally
        {
            first.TrySetResult();
        }
    }
}
