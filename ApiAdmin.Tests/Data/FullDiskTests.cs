using System.Diagnostics;
using System.Net;
using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;
using Microsoft.Data.Sqlite;

namespace ApiAdmin.Tests.Data;

/// <summary>The whole program on a disk of its own that fills up. Needs the right to mount, as CI has it.</summary>
public sealed class FullDiskTests
{
    [SkippableFact]
    public async Task Save_OnAFullDisk_IsRefusedWithASentenceAndWorksAgainWithRoom()
    {
        await using var disk = await SmallDisk.MountAsync(megabytes: 16);
        await using var app = await TestApp.StartAsync(settings: new Dictionary<string, string?> { ["Storage:DataDirectory"] = disk.Path });
        using var client = await RestClient.CreateAsync(app, Scopes.ApisRead, Scopes.ApisWrite);
        Assert.Equal(HttpStatusCode.Created, (await SaveAsync(client, "before", 1)).Status);
        var ballast = Path.Combine(disk.Path, "ballast");
        Fill(ballast);

        var acknowledged = new List<string> { "before" };
        RestAnswer answer;
        while ((answer = await SaveAsync(client, $"a{acknowledged.Count}", 100_000)).Status == HttpStatusCode.Created)
        {
            acknowledged.Add($"a{acknowledged.Count}");
            Assert.True(acknowledged.Count < 1_000, "The disk does not fill up.");
        }

        Assert.Contains("Make room", answer.AssertProblem(503, "store-full").GetProperty("detail").GetString());
        foreach (var key in acknowledged)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/api/v1/apis/{key}")).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/api/v1/apis/a{acknowledged.Count}")).Status);
        File.Delete(ballast);
        var watch = Stopwatch.StartNew();
        Assert.Equal(HttpStatusCode.Created, (await SaveAsync(client, "after", 1)).Status);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"The save took {watch.Elapsed}.");
        await AssertWholeAsync(Path.Combine(disk.Path, "apiadmin.db"));
    }

    private static Task<RestAnswer> SaveAsync(RestClient client, string key, int size) => client.SendAsync(
        HttpMethod.Post, "/api/v1/apis", JsonSerializer.Serialize(new { key, name = key, url = "https://crm.example.com", description = "d", samples = Samples(size) }));

    private static object[] Samples(int size) => [new { name = "large", status = 200, mediaType = "text/plain", body = new string('x', size) }];

    /// <summary>Takes all the room there is but for half a megabyte.</summary>
    private static void Fill(string ballast)
    {
        var free = new DriveInfo(Path.GetDirectoryName(ballast)!).AvailableFreeSpace - (512 * 1024);
        using var file = File.Create(ballast);
        var chunk = new byte[64 * 1024];
        for (var written = 0L; written < free; written += chunk.Length)
        {
            file.Write(chunk);
        }
    }

    private static async Task AssertWholeAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", await command.ExecuteScalarAsync());
    }
}
