using System.Net;
using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ApiAdmin.Benchmarks;

/// <summary>
/// An invocation beside a plain HttpClient that reads the same five values from the same loopback server: one deadline
/// over all of it, status and media type looked at, the body read to its end under a cap (HttpClient's own), parsed, five
/// values taken. The plain client sends no headers of its own and keeps nothing; what an
/// invocation does besides (checking inputs and target, three default headers, phases, steps, outputs with line and
/// column, the report with the request and the body as people see them) is what its ratio pays for. Bytes are those of
/// the process, the loopback server's included.
/// </summary>
[MemoryDiagnoser]
public class InvocationBenchmarks
{
    private static readonly byte[] Body = System.Text.Encoding.UTF8.GetBytes(
        $$"""{"id":"A-1001","amount":12.50,"state":"shipped","customer":{"name":"Li Na"},"items":[{"sku":"X1"}],"pad":"{{new string('x', 900)}}"}""");

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

#pragma warning disable RS0030 // What the guarded transport is measured against.
    private readonly HttpClient plain = new(new SocketsHttpHandler { UseProxy = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = new InvocationLimits().MaxBodyBytes,
    };
#pragma warning restore RS0030
    private WebApplication server = null!;
    private ServiceProvider services = null!;
    private IInvoker invoker = null!;
    private InvocationRequest request = null!;
    private Uri address = null!;

    [GlobalSetup]
    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        server = builder.Build();
        server.MapGet("/", context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Body.Length;
            return context.Response.Body.WriteAsync(Body).AsTask();
        });
        await server.StartAsync();
        address = new Uri(server.Urls.First());
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Outbound:Allow:0", $"127.0.0.1:{address.Port}")]).Build();
        services = new ServiceCollection().AddLogging()
            .AddSingleton(new StorageOptions { Provider = StorageProvider.Sqlite, DataDirectory = Path.GetTempPath(), ConnectionString = "" })
            .AddSingleton<ISecretSource, NoSecrets>().AddInvocation(settings).BuildServiceProvider();
        invoker = services.GetRequiredService<IInvoker>();
        string[] paths = ["$.id", "$.amount", "$.state", "$.customer.name", "$.items[0].sku"];
        request = new InvocationRequest
        {
            Definition = new ApiDefinition { Key = "b", Name = "b", Url = address.ToString(), Outputs = [.. paths.Select((p, i) => new OutputParam { Name = $"o{i}", Path = p })] },
        };
    }

    [Benchmark(Baseline = true)]
    public async Task<string?[]> HttpClientWithFiveReads()
    {
        using var deadline = new CancellationTokenSource(Deadline);
        using var message = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = await plain.SendAsync(message, deadline.Token);
        if (!response.IsSuccessStatusCode || response.Content.Headers.ContentType?.MediaType != "application/json")
        {
            throw new InvalidOperationException("The loopback server did not answer with JSON.");
        }

        using var document = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(deadline.Token), cancellationToken: deadline.Token);
        var root = document.RootElement;
        return
        [
            root.GetProperty("id").GetString(), root.GetProperty("amount").GetRawText(), root.GetProperty("state").GetString(),
            root.GetProperty("customer").GetProperty("name").GetString(), root.GetProperty("items")[0].GetProperty("sku").GetString(),
        ];
    }

    [Benchmark]
    public async Task<Outcome> Invocation() => (await invoker.InvokeAsync(request, CancellationToken.None)).Report.Outcome;

    [GlobalCleanup]
    public async Task StopAsync()
    {
        plain.Dispose();
        await services.DisposeAsync();
        await server.DisposeAsync();
    }

    private sealed class NoSecrets : ISecretSource
    {
        public Task<IReadOnlyDictionary<string, RevealedSecret>> RevealAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<string, RevealedSecret>>(new Dictionary<string, RevealedSecret>());
    }
}
