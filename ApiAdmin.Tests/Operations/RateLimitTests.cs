using System.Net;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Operations;

public sealed class RateLimitTests
{
    [Fact]
    public async Task SignIn_BeyondTheLimit_Is429WithRetryAfter()
    {
        await using var app = await TestApp.StartAsync(settings: new Dictionary<string, string?> { ["RateLimits:SignInPerMinute"] = "2" });
        using var client = app.Anonymous();
        var answers = new List<HttpResponseMessage>();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            answers.Add(await client.SubmitAsync("/login", new() { ["Form.Email"] = "a@example.com", ["Form.Password"] = "wrong pass phrase" }));
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], answers.Select(answer => answer.StatusCode));
        Assert.NotNull(answers[2].Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/login")).StatusCode);
    }

    [Fact]
    public async Task Page_ForeignNameOverHttp_IsRefusedByHostFiltering()
    {
        await using var app = await TestApp.StartAsync();
        using var client = app.Anonymous();
        client.Http.DefaultRequestHeaders.Host = "evil.example";
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/login")).StatusCode);
    }

    [Fact]
    public async Task Page_PublicNameOverHttp_SaysThatHttpsIsNeeded()
    {
        await using var app = await TestApp.StartAsync(settings: new Dictionary<string, string?> { ["PublicUrl"] = "https://admin.example.com" });
        using var client = new TestClient(app.Listening);
        client.Http.DefaultRequestHeaders.Host = "admin.example.com";
        using var response = await client.GetAsync("/login");
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("This address needs https", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
