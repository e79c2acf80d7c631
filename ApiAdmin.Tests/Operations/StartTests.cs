using System.Net;
using ApiAdmin.Tests.Support;
using ApiAdmin.Web.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Operations;

public sealed class StartTests
{
    [Fact]
    public async Task Ready_AfterStartThenClosing_Is200Then503()
    {
        await using var app = await TestApp.StartAsync();
        using var client = app.Anonymous();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);

        app.Services.GetRequiredService<Readiness>().Close();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
    }

    [Fact]
    public async Task NotFound_SignedIn_Is404WithTheAppAroundIt()
    {
        await using var app = await TestApp.StartAsync();
        using var client = await app.SignInAsync(Core.Access.Role.Agent);
        using var response = await client.GetAsync("/nothing/here");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("_framework/blazor.web", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var page = await client.GetAsync("/apis");
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Contains("_framework/blazor.web", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Setup_FirstAdministrator_SignsInAndClosesTheLink()
    {
        await using var app = await TestApp.StartAsync();
        var token = await app.Services.GetRequiredService<Core.Access.SetupService>().TokenAsync(default);
        using var client = app.Anonymous();
        using var wrong = await client.GetAsync("/setup?token=wrong");
        Assert.DoesNotContain("new-password", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var made = await client.SubmitAsync($"/setup?token={token}", new()
        {
            ["Form.Email"] = "first@example.com", ["Form.Password"] = TestApp.Password, ["Form.Again"] = TestApp.Password,
        });

        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
        using var closed = await client.GetAsync($"/setup?token={token}");
        Assert.Contains("Setup is done", await closed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
