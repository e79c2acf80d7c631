using System.Net;
using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ApiAdmin.Tests.Access;

/// <summary>What signing out ends, and what a session's cookie looks like over https.</summary>
public sealed class SessionEndTests
{
    [Fact]
    public async Task SignOut_CopyOfTheCookie_IsRefusedAtOnceAndItsPagesAreCut_OtherBrowsersStay()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var app = await TestApp.StartAsync(adjust: builder => builder.Services.AddSingleton<TimeProvider>(clock));
        var user = await app.CreateUserAsync(Role.Developer);
        using var browser = await app.SignInAsync(user);
        using var other = await app.SignInAsync(user);
        using var thief = Copy(app, browser);

        // The cookie is renewed by the check of each minute; it stays the same session.
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/apis")).StatusCode);
        using var laterThief = Copy(app, browser);
        using var open = await CircuitSocket.OpenAsync(app, browser);

        using var left = await browser.SubmitAsync("/logout", [], from: "/login");
        clock.Advance(TimeSpan.FromSeconds(59));

        Assert.Equal("/login", left.Headers.Location?.OriginalString);
        await open.AssertEndsAsync();
        foreach (var client in new[] { thief, laterThief, browser })
        {
            Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/apis")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/apis")).StatusCode);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(120)]
    public async Task Page_AfterTheAccountWasDisabled_LeadsToSignIn(int secondsLater)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var app = await TestApp.StartAsync(adjust: builder => builder.Services.AddSingleton<TimeProvider>(clock));
        var user = await app.CreateUserAsync(Role.Developer);
        using var client = await app.SignInAsync(user);
        await app.Services.GetRequiredService<UserService>().SetDisabledAsync(AccessFixture.Host, user.Id, true, default);
        clock.Advance(TimeSpan.FromSeconds(secondsLater));

        using var response = await client.GetAsync("/apis");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.StartsWith("/login", response.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookie_OverHttps_IsBoundToTheHostAndSecure()
    {
        using var certificate = TestAuthority.SelfSigned("127.0.0.1");
        await using var app = await TestApp.StartAsync(
            settings: new Dictionary<string, string?> { ["Urls"] = "https://127.0.0.1:0" },
            adjust: builder => builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate)));
        var user = await app.CreateUserAsync(Role.Developer);
        using var client = new TestClient(app.Address, anyCertificate: true);

        using var response = await client.SubmitAsync("/login", new() { ["Form.Email"] = user.Email!, ["Form.Password"] = TestApp.Password });

        var cookie = response.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("__Host-ApiAdmin=", StringComparison.Ordinal)).ToLowerInvariant();
        foreach (var part in new[] { "; path=/;", "; secure;", "; httponly;", "; samesite=lax;" })
        {
            Assert.Contains(part, cookie + ";", StringComparison.Ordinal);
        }

        Assert.DoesNotContain("domain=", cookie, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/apis")).StatusCode);
    }

    private static TestClient Copy(TestApp app, TestClient from)
    {
        var copy = app.Anonymous();
        copy.Cookies.Add(from.Cookies.GetCookies(new Uri(app.Address)));
        return copy;
    }
}
