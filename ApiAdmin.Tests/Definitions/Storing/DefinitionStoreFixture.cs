using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Definitions.Storing;

/// <summary>The real service over a database of its own; without a server the PostgreSQL tests are skipped.</summary>
public abstract class DefinitionStoreFixture(StorageProvider provider) : IAsyncLifetime
{
    protected static readonly HostActor Host = AccessFixture.Host;

    protected AccessFixture Fixture { get; private set; } = null!;

    private protected IDefinitionService Service => Fixture.Get<IDefinitionService>();

    public async Task InitializeAsync()
    {
        if (provider == StorageProvider.Sqlite || TestStore.Server is not null)
        {
            Fixture = await AccessFixture.CreateAsync(provider, (services, configuration) => services.AddDefinitions(configuration));
        }
    }

    public async Task DisposeAsync()
    {
        if (Fixture is not null)
        {
            await Fixture.DisposeAsync();
        }
    }

    protected void RequireDatabase() => Skip.If(Fixture is null, $"{TestStore.ServerVariable} names no PostgreSQL server.");

    protected static ApiDefinition Api(string key, string? name = null) =>
        new() { Key = key, Name = name ?? key, Url = "https://crm.example.com/v1" };
}
