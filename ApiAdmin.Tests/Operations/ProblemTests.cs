using System.Net.Sockets;
using System.Text;
using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Operations;

/// <summary>Whatever refuses a request under /api/v1, ours or the framework, answers problem details that say the cure.</summary>
public sealed class ProblemTests(RestApp rest) : IClassFixture<RestApp>
{
    private const string Json = "application/json";

    public static TheoryData<string, string, string?, string?, int, string, string, bool> Refused => new()
    {
        { "GET", "/api/v1/none", null, null, 404, "not-found", "/openapi/v1.json lists what there is", false },
        { "GET", "/api/v1", null, null, 404, "not-found", "/openapi/v1.json lists what there is", false },
        { "GET", "/api/v1/apis/%1b%0d%0a", null, null, 404, "not-found", "", false },
        { "GET", "/api/v1/apis/missing", null, null, 404, "not-found", "", false },
        { "PATCH", "/api/v1/apis", null, null, 405, "method-not-allowed", "possible: GET, HEAD, POST", false },
        { "DELETE", "/api/v1/me", null, null, 405, "method-not-allowed", "possible: GET", false },
        { "POST", "/api/v1/apis", "hello", "text/plain", 415, "unsupported-media-type", "Content-Type: application/json", true },
        { "POST", "/api/v1/apis", "{}", "application/json; charset=utf-16", 415, "unsupported-media-type", "in UTF-8", true },
        { "PUT", "/api/v1/secrets/x", "<a/>", "application/xml", 415, "unsupported-media-type", "Content-Type: application/json", true },
        { "POST", "/api/v1/apis", "{", Json, 400, "invalid", "line 1", true },
        { "POST", "/api/v1/apis", "", Json, 400, "invalid", "send JSON", true },
        { "POST", "/api/v1/apis", "[1,2", Json, 400, "invalid", "line 1", true },
        { "POST", "/api/v1/apis", "{}", Json, 400, "invalid", "", true },
        { "GET", "/api/v1/apis?page=x", null, null, 400, "invalid", "page", true },
        { "GET", "/api/v1/apis?sort=colour", null, null, 400, "invalid", "", true },
        { "GET", "/api/v1/apis?pag=2", null, null, 400, "invalid", "page", true },
        { "DELETE", "/api/v1/apis/missing", null, null, 428, "precondition-required", "If-Match", false },
        { "PUT", "/api/v1/secrets/x", """{"value":"v"}""", Json, 400, "invalid", "", true },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Request_ThatCannotBeCarriedOut_AnswersAProblemWithItsCure(
        string method, string path, string? body, string? type, int status, string code, string cure, bool findings)
    {
        var answer = await SendAsync(await rest.WriterAsync(), method, path, body, type);
        var problem = answer.AssertProblem(status, code);
        Assert.Contains(cure, problem.GetProperty("detail").GetString() + string.Join(' ', problem.GetProperty("errors").EnumerateArray()), StringComparison.Ordinal);
        Assert.Equal(findings, problem.GetProperty("errors").GetArrayLength() > 0);
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
    }

    [Fact]
    public async Task Body_BeyondTheLimit_Is413WithAFinding()
    {
        var answer = await SendAsync(await rest.WriterAsync(), "POST", "/api/v1/apis", new string(' ', (8 * 1024 * 1024) + 1), Json);
        var problem = answer.AssertProblem(413, "too-large");
        Assert.Equal("tooLong", Assert.Single(problem.GetProperty("errors").EnumerateArray()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Key_MissingOrTooWeak_Is401And403WithTheCure()
    {
        using var nobody = RestClient.Anonymous(rest.App);
        Assert.Contains("X-Api-Key", (await nobody.GetAsync("/api/v1/apis")).AssertProblem(401, "unauthenticated").GetProperty("detail").GetString());
        var flows = await rest.WithAsync(Scopes.FlowsRead);
        Assert.Contains("apis:read", (await flows.GetAsync("/api/v1/apis")).AssertProblem(403, "forbidden").GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Body_WithBrokenFraming_Is400WithTheCure()
    {
        var client = await rest.WriterAsync();
        var address = new Uri(rest.App.Address);
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/v1/apis HTTP/1.1\r\nHost: {address.Authority}\r\nX-Api-Key: {client.Key}\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n{}\r\n"));
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 400", answer);
        Assert.Contains("urn:apiadmin:invalid", answer, StringComparison.Ordinal);
        Assert.Contains("check Content-Length and Transfer-Encoding", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RateLimits:PerSecond", "/api/v1/me")]
    [InlineData("RateLimits:QueriesPerSecond", "/api/v1/customers/query?tel=1")]
    public async Task Requests_BeyondTheRate_Are429WithRetryAfter(string setting, string path)
    {
        await using var app = await TestApp.StartAsync(settings: new Dictionary<string, string?> { [setting] = "1" });
        using var client = await RestClient.CreateAsync(app, Scopes.ApisRead, Scopes.CustomersRead);
        RestAnswer answer;
        var sent = 0;
        do
        {
            answer = await client.GetAsync(path);
        }
        while (answer.Status == System.Net.HttpStatusCode.OK && ++sent < 1_000);

        Assert.Contains("Retry-After", answer.AssertProblem(429, "too-many-requests").GetProperty("detail").GetString());
        Assert.True(int.Parse(answer.Headers["Retry-After"]) >= 1);
    }

    [Theory]
    [InlineData("bug", 500, "internal")]
    [InlineData("busy", 503, "busy")]
    [InlineData("full", 503, "store-full")]
    public async Task Failure_OfOurs_SaysNothingOfItsCauseAndWhatToDo(string failure, int status, string code)
    {
        await using var app = await TestApp.StartAsync(adjust: builder => builder.Services.AddSingleton<IAuthorizer>(new Failing(failure)));
        var key = new ApiKeyService(new Open(), app.Services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<Core.Data.AppDbContext>>(),
            app.Services.GetRequiredService<RightsCache>(), app.Services.GetRequiredService<AuditLog>(), TimeProvider.System);
        var made = await key.CreateAsync(AccessFixture.Host, new NewApiKey("k", [Scopes.ApisRead]), default);
        using var nobody = RestClient.Anonymous(app);
        var answer = await nobody.GetAsync("/api/v1/apis", ("X-Api-Key", made.Text));
        Assert.Matches("[Tt]ry again", answer.AssertProblem(status, code).GetProperty("detail").GetString()!);
        Assert.DoesNotContain("kAnari", answer.Text, StringComparison.Ordinal);
        Assert.Equal(failure == "busy", answer.Headers.ContainsKey("Retry-After"));
    }

    private static async Task<RestAnswer> SendAsync(RestClient client, string method, string path, string? body, string? type)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        request.Headers.Add("X-Api-Key", client.Key);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        using var response = await client.Http.SendAsync(request);
        return await RestAnswer.ReadAsync(response);
    }

    private sealed class Failing(string failure) : IAuthorizer
    {
        public Task DemandAsync(Actor actor, Operation operation, CancellationToken cancellationToken) => throw failure switch
        {
            "busy" => new BusyException(),
            "full" => new StoreFullException(),
            _ => new InvalidOperationException("kAnari of the inside"),
        };

        public Task<bool> AllowsAsync(Actor actor, Operation operation, CancellationToken cancellationToken) => Task.FromResult(true);
    }

    private sealed class Open : IAuthorizer
    {
        public Task DemandAsync(Actor actor, Operation operation, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<bool> AllowsAsync(Actor actor, Operation operation, CancellationToken cancellationToken) => Task.FromResult(true);
    }
}
