using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Access;

public sealed class ApiKeyEndpointTests(RestApp rest) : IClassFixture<RestApp>
{
    private const string Me = "/api/v1/me";

    [Theory]
    [InlineData("X-Api-Key", "")]
    [InlineData("Authorization", "Bearer ")]
    [InlineData("authorization", "bearer ")]
    public async Task Me_KeyInEitherHeader_TellsNameScopesAndExpiry(string header, string before)
    {
        var client = await rest.WithAsync(Scopes.ApisRead, Scopes.FlowsRun);

        var answer = await RestClient.Anonymous(rest.App).GetAsync(Me, (header, before + client.Key));

        Assert.Equal("""{"name":"test key","scopes":["apis:read","flows:run"],"expiresAt":null}""", answer.Text);
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
        Assert.Equal("application/json", answer.MediaType);
    }

    [Fact]
    public async Task Me_NoKey_Is401WithAChallenge()
    {
        var answer = await RestClient.Anonymous(rest.App).GetAsync(Me);

        answer.AssertProblem(401, "unauthenticated");
        Assert.StartsWith("Bearer", answer.Headers["WWW-Authenticate"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Me_TwoDifferentKeys_Is401_TheSameTwice_IsFine()
    {
        var one = await rest.WithAsync(Scopes.ApisRead);
        var other = await rest.WithAsync(Scopes.ApisWrite);
        var anonymous = RestClient.Anonymous(rest.App);

        (await anonymous.GetAsync(Me, ("X-Api-Key", one.Key!), ("Authorization", $"Bearer {other.Key}"))).AssertProblem(401, "unauthenticated");
        Assert.Equal(200, (int)(await anonymous.GetAsync(Me, ("X-Api-Key", one.Key!), ("Authorization", $"Bearer {one.Key}"))).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("aa_000000000000_0000000000000000000000000000000000000000000000000000000000000000_00000000")]
    public async Task Me_KeyThatIsNone_Is401(string key) =>
        (await RestClient.Anonymous(rest.App).GetAsync(Me, ("X-Api-Key", key))).AssertProblem(401, "unauthenticated");

    [Fact]
    public async Task Me_KeyInTheAddress_IsNotTaken()
    {
        var client = await rest.WithAsync(Scopes.ApisRead);

        (await RestClient.Anonymous(rest.App).GetAsync($"{Me}?api_key={client.Key}&key={client.Key}&access_token={client.Key}")).AssertProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task Me_RevokedKey_IsRefusedWithinASecond()
    {
        using var client = await RestClient.CreateAsync(rest.App, Scopes.ApisRead);
        Assert.Equal(200, (int)(await client.GetAsync(Me)).Status);

        await rest.App.Services.GetRequiredService<ApiKeyService>().RevokeAsync(new HostActor("test"), client.KeyId, CancellationToken.None);

        (await client.GetAsync(Me)).AssertProblem(401, "unauthenticated");
        (await client.GetAsync("/api/v1/apis")).AssertProblem(401, "unauthenticated");
    }

    /// <summary>Each of eight callers changes from the old key to the new one at a moment of its own, then the old key is revoked under them.</summary>
    [Fact]
    public async Task Rotation_UnderLoad_FailsNoCall()
    {
        const int Callers = 8;
        const int Calls = 30;
        using var old = await RestClient.CreateAsync(rest.App, Scopes.ApisRead);
        using var fresh = await RestClient.CreateAsync(rest.App, Scopes.ApisRead);
        var stillOld = Callers;
        var allChanged = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var callers = Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            var answers = new List<int>();
            for (var call = 0; call < Calls; call++)
            {
                if (call == caller + 2 && Interlocked.Decrement(ref stillOld) == 0)
                {
                    allChanged.SetResult();
                }

                answers.Add((int)(await (call < caller + 2 ? old : fresh).GetAsync(call % 2 == 0 ? Me : "/api/v1/apis")).Status);
            }

            return answers;
        })).ToArray();

        await allChanged.Task;
        await rest.App.Services.GetRequiredService<ApiKeyService>().RevokeAsync(new HostActor("test"), old.KeyId, CancellationToken.None);

        (await old.GetAsync(Me)).AssertProblem(401, "unauthenticated");
        var all = (await Task.WhenAll(callers)).SelectMany(answers => answers).ToList();
        Assert.Equal(Callers * Calls, all.Count);
        Assert.All(all, status => Assert.Equal(200, status));
    }

    [Theory]
    [InlineData("GET", "/api/v1/me")]
    [InlineData("GET", "/api/v1/apis")]
    [InlineData("POST", "/api/v1/apis")]
    [InlineData("GET", "/api/v1/secrets")]
    [InlineData("DELETE", "/api/v1/secrets/x")]
    public async Task AnyRoute_WithAnAdministratorsCookieAlone_Is401(string method, string path)
    {
        using var browser = await rest.App.SignInAsync(Role.Administrator);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await browser.Http.SendAsync(request);

        (await RestAnswer.ReadAsync(response)).AssertProblem(401, "unauthenticated");
    }
}
