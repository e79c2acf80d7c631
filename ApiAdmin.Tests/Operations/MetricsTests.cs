using System.Text.RegularExpressions;
using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Operations;

/// <summary>What /metrics tells, what it must never tell, and whom.</summary>
public sealed partial class MetricsTests(RestApp rest) : IClassFixture<RestApp>
{
    private static readonly string[] Labels =
    [
        "outcome", "le", "http_request_method", "http_response_status_code", "http_route", "aspnetcore_routing_match_status",
        "aspnetcore_rate_limiting_policy", "aspnetcore_rate_limiting_result", "error_type", "gc_heap_generation", "cpu_mode",
        "otel_scope_name", "otel_scope_version", "otel_scope_schema_url",
    ];

    [Fact]
    public async Task Scrape_AfterCalls_HasTheFiguresAndNoNameKeyOrAddress()
    {
        var client = await rest.WriterAsync();
        await client.SendAsync(HttpMethod.Put, "/api/v1/secrets/kanari-secret", """{ "value": "kAnari-value", "hosts": [ "127.0.0.1" ] }""");
        await client.SendAsync(HttpMethod.Post, "/api/v1/apis", """
            { "key": "kanari-key", "name": "kAnari name", "category": "kAnari category", "method": "GET", "url": "{{system.sandbox.url}}/echo/kAnari-path",
              "auth": { "kind": "bearer", "secret": "kanari-secret" }, "limits": { "timeoutMs": 60000 } }
            """);
        var ran = await client.SendAsync(HttpMethod.Post, "/api/v1/apis/kanari-key/test", "{}");
        Assert.Equal("success", ran.Json.GetProperty("outcome").GetString());
        await client.SendAsync(new HttpMethod("KANARI"), "/api/v1/kanari-nothing", null);
        await client.GetAsync("/kanari-page?kanari=1");

        using var nobody = RestClient.Anonymous(rest.App);
        var text = (await nobody.GetAsync("/metrics")).Text;

        Assert.Matches("""apiadmin_invocation_duration_seconds_bucket\{[^}]*outcome="success"[^}]*le="0.005"\}""", text);
        foreach (var name in new[] { "apiadmin_database_write_duration_seconds_count", "http_server_request_duration_seconds_count", "dotnet_gc_collections_total", "dotnet_process_cpu_time" })
        {
            Assert.Contains(name, text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("kanari", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(client.Key!, text, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", text, StringComparison.Ordinal);
        var samples = text.Split('\n').Where(line => line.Length > 0 && line[0] != '#' && !line.StartsWith("target_info", StringComparison.Ordinal));
        Assert.Empty(samples.SelectMany(line => Label().Matches(line)).Select(match => match.Groups["name"].Value).Distinct().Except(Labels));
    }

    [Fact]
    public async Task Scrape_FromElsewhereOrThroughAProxy_NeedsAKey()
    {
        await using var app = await TestApp.StartAsync(settings: new Dictionary<string, string?> { ["PublicUrl"] = "https://admin.example.com" });
        using var key = await RestClient.CreateAsync(app, Scopes.FlowsRead);
#pragma warning disable RS0030 // The client of a test; the guarded transport is for what the product calls.
        using var http = new HttpClient { BaseAddress = new Uri(app.Listening) };
#pragma warning restore RS0030
        Assert.Equal(200, await StatusAsync());
        Assert.Equal(401, await StatusAsync(("Host", "admin.example.com")));
        Assert.Equal(200, await StatusAsync(("Host", "admin.example.com"), ("X-Api-Key", key.Key!)));
        Assert.Equal(200, await StatusAsync(("Host", "admin.example.com"), ("Authorization", $"Bearer {key.Key}")));
        Assert.Equal(401, await StatusAsync(("Host", "admin.example.com"), ("X-Api-Key", key.Key![..^1] + "x")));
        foreach (var header in new[] { "X-Forwarded-For", "Forwarded", "X-Real-IP", "Via" })
        {
            Assert.Equal(401, await StatusAsync((header, "203.0.113.7")));
        }

        async Task<int> StatusAsync(params (string Name, string Value)[] headers)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/metrics", UriKind.Relative));
            foreach (var (name, value) in headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            using var response = await http.SendAsync(request);
            return (int)response.StatusCode;
        }
    }

    [GeneratedRegex("""[{,](?<name>[a-zA-Z_]+)=" """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Label();
}
