using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Access;

public sealed class KeyCheckTests
{
    [Fact]
    public async Task Verify_WrongCheckDigits_NeverAsksTheDatabase()
    {
        var contexts = new CountingContexts();
        await using var app = await TestApp.StartAsync(adjust: builder =>
        {
            var real = builder.Services.Last(service => service.ServiceType == typeof(IDbContextFactory<AppDbContext>));
            builder.Services.AddSingleton<IDbContextFactory<AppDbContext>>(provider =>
            {
                contexts.Real = (IDbContextFactory<AppDbContext>)(real.ImplementationInstance ?? real.ImplementationFactory?.Invoke(provider)
                    ?? ActivatorUtilities.CreateInstance(provider, real.ImplementationType!));
                return contexts;
            });
        });
        using var client = await RestClient.CreateAsync(app, Scopes.ApisRead);
        var last = client.Key![^1];
        var mistyped = client.Key[..^1] + (last == '0' ? '1' : '0');
        var before = contexts.Created;

        (await client.GetAsync("/api/v1/me", ("X-Api-Key", mistyped))).AssertProblem(401, "unauthenticated");
        Assert.Equal(before, contexts.Created);

        await client.GetAsync("/api/v1/me");
        Assert.True(contexts.Created > before, "A good key was answered without the database; the test counts nothing.");
    }

    private sealed class CountingContexts : IDbContextFactory<AppDbContext>
    {
        private int created;

        public IDbContextFactory<AppDbContext> Real { get; set; } = null!;

        public int Created => Volatile.Read(ref created);

        public AppDbContext CreateDbContext()
        {
            Interlocked.Increment(ref created);
            return Real.CreateDbContext();
        }
    }
}
