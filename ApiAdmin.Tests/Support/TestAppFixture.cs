namespace ApiAdmin.Tests.Support;

/// <summary>One running program for the tests of a class that only read from it or work with users of their own.</summary>
public sealed class TestAppFixture : IAsyncLifetime
{
    public TestApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await TestApp.StartAsync();

    public async Task DisposeAsync() => await App.DisposeAsync();
}
