using System.Net;
using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Access;

public sealed class SignInTests(TestAppFixture fixture) : IClassFixture<TestAppFixture>
{
    private TestApp App => fixture.App;

    [Theory]
    [InlineData("/")]
    [InlineData("/apis")]
    [InlineData("/secrets")]
    public async Task Page_Anonymous_LeadsToSignIn(string path)
    {
        using var client = App.Anonymous();
        using var response = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.StartsWith("/login", response.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/_blazor")]
    [InlineData("/_blazor/negotiate?negotiateVersion=1")]
    public async Task Circuit_Anonymous_Is401(string path)
    {
        using var client = App.Anonymous();
        using var response = await client.Http.PostAsync(new Uri(path, UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Circuit_ForeignOrigin_Is403()
    {
        using var client = await App.SignInAsync(Role.Developer);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Add("Origin", "https://evil.example");
        using var response = await client.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("/login")]
    [InlineData("/logout")]
    public async Task Form_WithoutItsToken_Is400(string path)
    {
        using var client = await App.SignInAsync(Role.Developer);
        using var content = new FormUrlEncodedContent([new("_handler", "login"), new("Form.Email", "a@example.com"), new("Form.Password", "x")]);
        using var response = await client.Http.PostAsync(new Uri(path, UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Cookie_OnLoopback_IsHttpOnlyAndLaxForTheSession()
    {
        var user = await App.CreateUserAsync(Role.Agent);
        using var client = App.Anonymous();
        using var response = await client.SubmitAsync("/login", new() { ["Form.Email"] = user.Email!, ["Form.Password"] = TestApp.Password });
        var cookie = response.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("ApiAdmin=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task SixthTry_RightPassword_IsRefusedWithTheSameText()
    {
        var user = await App.CreateUserAsync(Role.Agent);
        using var client = App.Anonymous();
        var texts = new HashSet<bool>();
        for (var attempt = 1; attempt <= 6; attempt++)
        {
            var password = attempt == 6 ? TestApp.Password : "a wrong pass phrase";
            using var response = await client.SubmitAsync("/login", new() { ["Form.Email"] = user.Email!, ["Form.Password"] = password });
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            texts.Add((await response.Content.ReadAsStringAsync()).Contains("The e-mail or the password is wrong", StringComparison.Ordinal));
        }

        Assert.Equal([true], texts);
    }

    [Theory]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/apis?page=2", "/apis?page=2")]
    public async Task ReturnUrl_AfterSignIn_IsOnlyEverLocal(string asked, string gone)
    {
        var user = await App.CreateUserAsync(Role.Developer);
        using var client = App.Anonymous();
        using var response = await client.SubmitAsync(
            "/login?returnUrl=" + Uri.EscapeDataString(asked), new() { ["Form.Email"] = user.Email!, ["Form.Password"] = TestApp.Password });
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(gone, new Uri(new Uri(App.Address), response.Headers.Location!).PathAndQuery);
    }

    [Fact]
    public async Task Api_BrowserCookie_IsNoCredential()
    {
        using var client = await App.SignInAsync(Role.Administrator);
        using var response = await client.GetAsync("/api/v1/me");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }
}
