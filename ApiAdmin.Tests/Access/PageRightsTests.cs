using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Access;

/// <summary>Role × page by HTTP, one row per cell: what a role may not use, its address does not answer either.</summary>
public sealed class PageRightsTests(TestAppFixture fixture) : IClassFixture<TestAppFixture>
{
    [Theory]
    [InlineData(Role.Administrator, "/", 200)]
    [InlineData(Role.Administrator, "/apis", 200)]
    [InlineData(Role.Administrator, "/apis/new", 200)]
    [InlineData(Role.Administrator, "/apis/any", 200)]
    [InlineData(Role.Administrator, "/secrets", 200)]
    [InlineData(Role.Administrator, "/history", 200)]
    [InlineData(Role.Administrator, "/history/any", 200)]
    [InlineData(Role.Administrator, "/history/compare", 200)]
    [InlineData(Role.Administrator, "/settings/users", 200)]
    [InlineData(Role.Administrator, "/settings/keys", 200)]
    [InlineData(Role.Administrator, "/account", 200)]
    [InlineData(Role.Administrator, "/account/second-step", 200)]
    [InlineData(Role.Developer, "/", 200)]
    [InlineData(Role.Developer, "/apis", 200)]
    [InlineData(Role.Developer, "/apis/new", 200)]
    [InlineData(Role.Developer, "/apis/any", 200)]
    [InlineData(Role.Developer, "/secrets", 200)]
    [InlineData(Role.Developer, "/history", 200)]
    [InlineData(Role.Developer, "/history/any", 200)]
    [InlineData(Role.Developer, "/history/compare", 200)]
    [InlineData(Role.Developer, "/settings/users", 403)]
    [InlineData(Role.Developer, "/settings/keys", 403)]
    [InlineData(Role.Developer, "/account", 200)]
    [InlineData(Role.Developer, "/account/second-step", 200)]
    [InlineData(Role.Supervisor, "/", 200)]
    [InlineData(Role.Supervisor, "/apis", 200)]
    [InlineData(Role.Supervisor, "/apis/new", 200)]
    [InlineData(Role.Supervisor, "/apis/any", 200)]
    [InlineData(Role.Supervisor, "/secrets", 403)]
    [InlineData(Role.Supervisor, "/history", 200)]
    [InlineData(Role.Supervisor, "/history/any", 200)]
    [InlineData(Role.Supervisor, "/history/compare", 200)]
    [InlineData(Role.Supervisor, "/settings/users", 403)]
    [InlineData(Role.Supervisor, "/settings/keys", 403)]
    [InlineData(Role.Supervisor, "/account", 200)]
    [InlineData(Role.Supervisor, "/account/second-step", 200)]
    [InlineData(Role.Agent, "/", 200)]
    [InlineData(Role.Agent, "/apis", 403)]
    [InlineData(Role.Agent, "/apis/new", 403)]
    [InlineData(Role.Agent, "/apis/any", 403)]
    [InlineData(Role.Agent, "/secrets", 403)]
    [InlineData(Role.Agent, "/history", 403)]
    [InlineData(Role.Agent, "/history/any", 403)]
    [InlineData(Role.Agent, "/history/compare", 403)]
    [InlineData(Role.Agent, "/settings/users", 403)]
    [InlineData(Role.Agent, "/settings/keys", 403)]
    [InlineData(Role.Agent, "/account", 200)]
    [InlineData(Role.Agent, "/account/second-step", 200)]
    public async Task Page_ByRole_IsSeenOrDenied(Role role, string path, int status)
    {
        using var client = await fixture.App.SignInAsync(role);

        using var response = await client.GetAsync(path);

        Assert.Equal(status, (int)response.StatusCode);
    }
}
