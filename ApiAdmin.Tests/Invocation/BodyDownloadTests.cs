using System.Net;
using System.Text.Json;
using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Support;
using ApiAdmin.Web.Invocation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ApiAdmin.Tests.Invocation;

/// <summary>The whole body as a file: for whoever ran it, for an hour, and never as something a browser would show.</summary>
public sealed class BodyDownloadTests
{
    private const int Large = 200_000;

    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static readonly Dictionary<string, string?> WithSandbox = new() { ["Sandbox:Enabled"] = "true" };

    [Theory]
    [InlineData("/orders/A-1001", null)]
    [InlineData("/large", Large)]
    public async Task Download_ByWhoRanIt_IsTheWholeBodyAsAFile(string path, int? bytes)
    {
        await using var app = await TestApp.StartAsync(settings: WithSandbox);
        var developer = await app.CreateUserAsync(Role.Developer);
        var report = await RunAsync(app, developer, path, bytes);
        using var client = await app.SignInAsync(developer);

        var answer = await client.GetAsync(BodyDownload.PathOf(report.InvocationId));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment; filename=\"probe.json\"", answer.Content.Headers.ContentDisposition?.ToString());
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var body = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(report.Response!.BodyBytes, body.Length);
        JsonDocument.Parse(body).Dispose();
    }

    [Theory]
    [InlineData("/orders/A-1001", null)]
    [InlineData("/large", Large)]
    public async Task Download_ByAnybodyElse_IsNotFound(string path, int? bytes)
    {
        await using var app = await TestApp.StartAsync(settings: WithSandbox);
        var report = await RunAsync(app, await app.CreateUserAsync(Role.Developer), path, bytes);
        foreach (var role in new[] { Role.Administrator, Role.Developer, Role.Supervisor })
        {
            using var other = await app.SignInAsync(role);
            var answer = await other.GetAsync(BodyDownload.PathOf(report.InvocationId));

            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Null(answer.Content.Headers.ContentDisposition);
        }

        using var nobody = app.Anonymous();
        Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync(BodyDownload.PathOf(report.InvocationId))).StatusCode);
    }

    [Fact]
    public async Task DownloadAndWindows_AfterAnHour_AreGone()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var app = await TestApp.StartAsync(settings: WithSandbox, adjust: builder => builder.Services.AddSingleton<TimeProvider>(clock));
        var developer = await app.CreateUserAsync(Role.Developer);
        var report = await RunAsync(app, developer, "/large", Large);
        using var client = await app.SignInAsync(developer);
        clock.Advance(TimeSpan.FromMinutes(58));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(BodyDownload.PathOf(report.InvocationId))).StatusCode);

        clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(BodyDownload.PathOf(report.InvocationId))).StatusCode);
        var tests = app.Services.GetRequiredService<ITestService>();
        await Assert.ThrowsAsync<NotFoundException>(() => tests.ReadBodyAsync(ActorOf(developer), report.InvocationId, 0, default));
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("text/html")]
    [InlineData("image/svg+xml")]
    public async Task Image_OfPoints_IsShownAsWhatItsBytesAreWhateverTheAnswerSays(string said)
    {
        await using var server = RawServer.Start(exchange => AnswerAsync(exchange, said, Png));
        await using var app = await TestApp.StartAsync(settings: new Dictionary<string, string?> { ["Outbound:Allow:0"] = $"127.0.0.1:{server.Port}" });
        var developer = await app.CreateUserAsync(Role.Developer);
        var report = await app.Services.GetRequiredService<ITestService>().TestAsync(ActorOf(developer), At(server), new Dictionary<string, JsonElement>(), null, default);
        using var client = await app.SignInAsync(developer);

        var answer = await client.GetAsync(BodyDownload.ImagePathOf(report.InvocationId));

        // What is called a text is kept as one, and is no picture any more.
        Assert.Equal(said == "image/png" ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        if (answer.IsSuccessStatusCode)
        {
            Assert.Equal("image/png", answer.Content.Headers.ContentType?.ToString());
            Assert.True(answer.Headers.CacheControl?.NoStore);
            Assert.Equal(Png, await answer.Content.ReadAsByteArrayAsync());
            using var agent = await app.SignInAsync(Role.Agent);
            Assert.Equal(HttpStatusCode.NotFound, (await agent.GetAsync(BodyDownload.ImagePathOf(report.InvocationId))).StatusCode);
            using var nobody = app.Anonymous();
            Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync(BodyDownload.ImagePathOf(report.InvocationId))).StatusCode);
        }
    }

    [Theory]
    [InlineData("image/png", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("application/pdf", "%PDF-1.7 whatever")]
    [InlineData("image/png", "<html><script>alert(1)</script>")]
    public async Task Image_OfAnythingElse_IsNotFound(string said, string body)
    {
        await using var server = RawServer.Start(exchange => AnswerAsync(exchange, said, System.Text.Encoding.UTF8.GetBytes(body)));
        await using var app = await TestApp.StartAsync(settings: new Dictionary<string, string?> { ["Outbound:Allow:0"] = $"127.0.0.1:{server.Port}" });
        var developer = await app.CreateUserAsync(Role.Developer);
        var report = await app.Services.GetRequiredService<ITestService>().TestAsync(ActorOf(developer), At(server), new Dictionary<string, JsonElement>(), null, default);
        using var client = await app.SignInAsync(developer);

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(BodyDownload.ImagePathOf(report.InvocationId))).StatusCode);
    }

    private static async Task AnswerAsync(RawExchange exchange, string mediaType, byte[] body)
    {
        await exchange.ReadRequestAsync();
        await exchange.WriteAsync($"HTTP/1.1 200 OK\r\nContent-Type: {mediaType}\r\nContent-Length: {body.Length}\r\n\r\n");
        await exchange.WriteAsync(body);
    }

    private static ApiDefinition At(RawServer server) => new() { Key = "picture", Name = "Picture", Url = $"http://127.0.0.1:{server.Port}/" };

    private static UserActor ActorOf(AppUser user) => new(user.Id, user.Email!);

    private static async Task<InvocationReport> RunAsync(TestApp app, AppUser user, string path, int? bytes)
    {
        var definition = new ApiDefinition
        {
            Key = "probe", Name = "Probe", Url = "{{system.sandbox.url}}" + path,
            Parameters = bytes is null ? [] : [new RequestParam { Name = "bytes", In = ParamPlace.Query, Value = new ConstantValue { Value = RawJson.Parse($"{bytes}") } }],
        };
        var report = await app.Services.GetRequiredService<ITestService>().TestAsync(ActorOf(user), definition, new Dictionary<string, JsonElement>(), null, default);
        Assert.Equal(Outcome.Success, report.Outcome);
        return report;
    }
}
