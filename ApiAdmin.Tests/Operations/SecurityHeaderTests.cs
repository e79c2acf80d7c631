using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Operations;

public sealed class SecurityHeaderTests(TestAppFixture fixture) : IClassFixture<TestAppFixture>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnyRoute_AnyCaller_CarriesTheHeaders(bool signedIn)
    {
        using var client = signedIn ? await fixture.App.SignInAsync(Role.Administrator) : fixture.App.Anonymous();
        foreach (var path in Paths())
        {
            using var response = await client.GetAsync(path);
            var headers = response.Headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase);
            Assert.True(headers.TryGetValue("Content-Security-Policy", out var policy), path);
            Assert.Contains("frame-ancestors 'none'", policy);
            Assert.Contains("script-src 'self';", policy);
            Assert.Equal("DENY", headers["X-Frame-Options"]);
            Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
            Assert.Equal("no-referrer", headers["Referrer-Policy"]);
            Assert.Equal("same-origin", headers["Cross-Origin-Opener-Policy"]);
            Assert.True(headers.ContainsKey("Permissions-Policy"), path);
            Assert.True(headers.ContainsKey("Cache-Control"), path);
        }
    }

    [Fact]
    public async Task Pages_NoStore()
    {
        using var client = fixture.App.Anonymous();
        using var response = await client.GetAsync("/login");
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    // Every endpoint there is, with something in the place of each route value; and one address that is nothing.
    private List<string> Paths() =>
    [
        "/nothing/here",
        .. fixture.App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            .Where(pattern => !pattern.Contains("{*", StringComparison.Ordinal))
            .Select(pattern => "/" + System.Text.RegularExpressions.Regex.Replace(pattern.TrimStart('/'), @"\{[^}]*\}", "x", default, TimeSpan.FromSeconds(1)))
            .Distinct(),
    ];
}
