using System.Buffers;
using System.Collections.Concurrent;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Customers.Query;
using ApiAdmin.Core.Data;
using ApiAdmin.Tests.Support;
using ApiAdmin.Web.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Operations;

/// <summary>What a caller would wait for is done before the program says that it is ready: the first customer query finds all of it there.</summary>
public sealed class WarmUpTests
{
    [SkippableTheory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.PostgreSql)]
    public async Task Start_BeforeItSaysReady_HasAskedTheQueryByEverythingACallerKnows(StorageProvider provider)
    {
        Watched? lookup = null;
        await using var app = await TestApp.StartAsync(provider, adjust: builder => builder.Services.AddSingleton<ICustomerLookup>(p => lookup = new Watched(
            provider == StorageProvider.Sqlite ? ActivatorUtilities.CreateInstance<SqliteLookup>(p) : ActivatorUtilities.CreateInstance<PostgresLookup>(p),
            p.GetRequiredService<Readiness>())));

        using var anybody = RestClient.Anonymous(app);
        Assert.Equal(200, (int)(await anybody.GetAsync("/health/ready")).Status);
        Assert.Equal(["account", "email", "id", "tel"], lookup!.Asked.Select(asked => asked.By).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(lookup.Asked, asked => asked.Ready);
    }

    [Fact]
    public async Task FirstQuery_AfterReady_OpensNoConnection()
    {
        await using var app = await TestApp.StartAsync();
        await app.Services.GetRequiredService<CustomerService>().CreateAsync(AccessFixture.Host, new Customer { Nick = "First", Phones = ["13800138000"] }, 77, default);
        using var client = await RestClient.CreateAsync(app, Scopes.CustomersRead);
        var lookup = (SqliteLookup)app.Services.GetRequiredService<ICustomerLookup>();
        Assert.Equal(1, lookup.Opened);

        foreach (var by in new[] { "tel=13800138000", "id=77", "email=a@b.example", "thirdAccountId=x" })
        {
            Assert.Equal(200, (int)(await client.GetAsync($"/api/v1/customers/query?{by}")).Status);
        }

        Assert.Equal(1, lookup.Opened);
    }

    private sealed class Watched(ICustomerLookup real, Readiness readiness) : ICustomerLookup
    {
        public ConcurrentQueue<(string By, bool Ready)> Asked { get; } = [];

        public ValueTask<int> FindAsync(CustomerQuery query, IBufferWriter<byte> output, WireCatalog catalog, CancellationToken cancellationToken)
        {
            Asked.Enqueue((query.Id is not null ? "id" : query.Tel is not null ? "tel" : query.Email is not null ? "email" : "account", readiness.IsReady));
            return real.FindAsync(query, output, catalog, cancellationToken);
        }
    }
}
