using ApiAdmin.Core.Data;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Access;

/// <summary>Base of the facts about access that hold on every database.</summary>
public abstract class AccessContract(StorageProvider provider) : IAsyncLifetime
{
    private AccessFixture? fixture;

    protected AccessFixture Access
    {
        get
        {
            Skip.If(fixture is null, $"{TestStore.ServerVariable} names no PostgreSQL server.");
            return fixture;
        }
    }

    public async Task InitializeAsync()
    {
        if (provider == StorageProvider.Sqlite || TestStore.Server is not null)
        {
            fixture = await AccessFixture.CreateAsync(provider);
        }
    }

    public async Task DisposeAsync()
    {
        if (fixture is not null)
        {
            await fixture.DisposeAsync();
        }
    }
}
