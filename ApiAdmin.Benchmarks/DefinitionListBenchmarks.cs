using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WebProgram = ApiAdmin.Web.Program;

namespace ApiAdmin.Benchmarks;

/// <summary>What the list of APIs costs on the server with 10,000 of them: a page, the twentieth page, a search, a sort.</summary>
[MemoryDiagnoser]
public class DefinitionListBenchmarks
{
    private const int Count = 10_000;

    private static readonly Actor Host = new HostActor("benchmark");

    private readonly string folder = Directory.CreateTempSubdirectory("apiadmin-bench-").FullName;
    private WebApplication app = null!;
    private IDefinitionService definitions = null!;

    [GlobalSetup]
    public async Task StartAsync()
    {
        app = WebProgram.Create([$"--Storage:DataDirectory={folder}", "--Urls=http://127.0.0.1:0"]);
        await app.StartAsync();
        definitions = app.Services.GetRequiredService<IDefinitionService>();
        await SeedAsync(app.Services.GetRequiredService<IDbContextFactory<AppDbContext>>());
    }

    [Benchmark(Baseline = true)]
    public Task<PagedList<ApiSummary>> FirstPage() => ListAsync(new ApiListQuery());

    [Benchmark]
    public Task<PagedList<ApiSummary>> TwentiethPage() => ListAsync(new ApiListQuery { Page = 20 });

    [Benchmark]
    public Task<PagedList<ApiSummary>> SortByUpdated() => ListAsync(new ApiListQuery { Sort = ApiSort.Updated, Descending = true });

    [Benchmark]
    public Task<PagedList<ApiSummary>> SearchOften() => ListAsync(new ApiListQuery { Search = "order" });

    [Benchmark]
    public Task<PagedList<ApiSummary>> SearchRare() => ListAsync(new ApiListQuery { Search = "status 9999" });

    [GlobalCleanup]
    public async Task StopAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private Task<PagedList<ApiSummary>> ListAsync(ApiListQuery query) => definitions.ListAsync(Host, query, CancellationToken.None);

    private static async Task SeedAsync(IDbContextFactory<AppDbContext> contexts)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var start = DateTimeOffset.UnixEpoch.AddYears(56);
        for (var i = 0; i < Count; i++)
        {
            var (name, category) = ($"Order status {i}", $"Category {i % 20}");
            db.Apis.Add(new ApiRow
            {
                Id = Guid.CreateVersion7(start),
                Key = $"order-status-{i}",
                Name = name,
                Category = category,
                Method = "GET",
                Url = $"https://crm.example.com/v1/orders/{i}",
                SearchText = TextFolding.Fold($"{name} order-status-{i} {category}"),
                Version = Guid.CreateVersion7(start),
                CreatedAt = start,
                CreatedBy = "benchmark",
                UpdatedAt = start.AddMinutes(i),
                UpdatedBy = "benchmark",
            });
        }

        await db.SaveChangesAsync();
    }
}
