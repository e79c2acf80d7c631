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
