using System.Text;
using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions.Storing;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>
/// Secrets in every place a request has, run from the page against an upstream that says everything back: no page, no
/// frame, no answer, no export, no log line and no file holds one, in any encoding.
/// </summary>
public sealed class PageCanaryTests
{
    private static readonly string[] Secrets =
        ["header", "headertext", "query", "body", "bearer", "form", "password", "multipart", "key", "template", "querykey", "text", "xml"];

    /// <summary>One API for each kind of body, each with another kind of authentication; together they use every secret.</summary>
    private static readonly (string Key, string Rows, string Body, string Auth)[] Apis =
    [
        ("in-json", Row("b", "body", "body") + "," + Row("q", "query", "query"), """{ "kind": "json" }""", """{ "kind": "bearer", "secret": "bearer" }"""),
        ("in-form", Row("f", "body", "form"), """{ "kind": "form" }""", """{ "kind": "basic", "username": "agent", "secret": "password" }"""),
        ("in-multipart", Row("m", "body", "multipart"), """{ "kind": "multipart" }""", """{ "kind": "apiKey", "name": "X-Key", "in": "header", "secret": "key" }"""),
        ("in-template", "", """{ "kind": "jsonTemplate", "template": "{\"a\":\"{{secrets.template}}\"}" }""", """{ "kind": "apiKey", "name": "api_key", "in": "query", "secret": "querykey" }"""),
        ("in-text", "", """{ "kind": "text", "template": "say {{secrets.text}}" }""", """{ "kind": "none" }"""),
        ("in-xml", "", """{ "kind": "xml", "template": "<a b=\"{{secrets.xml}}\">{{secrets.xml}}</a>" }""", """{ "kind": "none" }"""),
    ];

    [SkippableFact]
    public async Task EveryPageAndFrame_AfterRunsThatUseEverySecret_HoldNone()
    {
        var log = new CapturedLog();
        await using var app = await TestApp.StartAsync(
            settings: new Dictionary<string, string?> { ["Sandbox:Enabled"] = "true", ["Logging:LogLevel:Default"] = "Trace" },
            adjust: builder => builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace));
        using var client = await RestClient.CreateAsync(app, Scopes.ApisRead, Scopes.ApisWrite);
        await FillAsync(client);
        var administrator = await app.CreateUserAsync(Role.Administrator);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.VisitAsync(app.Address);
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync(); // Leaving what is not saved is what this visitor wants.
        var frames = new CircuitFrames(page);
        var html = new StringBuilder();
        await page.SignInAsync(administrator.Email!);

        foreach (var (key, _, _, _) in Apis)
        {
            await RunAsync(page, key, html);
        }

        await MakeConflictAsync(page, client, html);
        foreach (var path in new[] { "/", "/apis", "/apis/new", "/apis/none", "/history", "/history/none", "/secrets", "/denied", "/docs" })
        {
            await page.GotoAsync(path);
            await page.WaitForSelectorAsync("h1");
            html.Append(await page.ContentAsync());
        }

        Canaries.AssertClean("a sent frame", frames.Sent, Secrets);
        await TypeASecretAsync(page, html);

        Assert.True(frames.Count > 100, $"Only {frames.Count} frames were seen.");
        Canaries.AssertClean("a received frame", frames.Received, [.. Secrets, "typed"]);
        Canaries.AssertClean("a page", html.ToString(), [.. Secrets, "typed"]);
        Canaries.AssertClean("the log", log.Text, [.. Secrets, "typed"]);
        await AssertRestIsCleanAsync(app, client);
    }

    private static async Task AssertRestIsCleanAsync(TestApp app, RestClient client)
    {
        var export = await app.Services.GetRequiredService<DefinitionArchive>().ExportAsync(AccessFixture.Host, default);
        Canaries.AssertClean("the export", Encoding.UTF8.GetString(export), [.. Secrets, "typed"]);
        foreach (var path in Apis.Select(api => $"/api/v1/apis/{api.Key}").Append("/api/v1/secrets").Append("/openapi/v1.json").Append("/metrics"))
        {
            Canaries.AssertClean(path, (await client.GetAsync(path)).Text, [.. Secrets, "typed"]);
        }

        foreach (var file in Directory.EnumerateFiles(app.DataDirectory, "*", SearchOption.AllDirectories))
        {
            Canaries.AssertClean(Path.GetFileName(file), await SharedFile.ReadLatin1Async(file), [.. Secrets, "typed"]);
        }
    }

    private static async Task FillAsync(RestClient client)
    {
        foreach (var name in Secrets)
        {
            var put = await client.SendAsync(
                HttpMethod.Put, $"/api/v1/secrets/{name}", JsonSerializer.Serialize(new { value = Canaries.Of(name), hosts = new[] { "127.0.0.1" } }));
            Assert.Equal(200, (int)put.Status);
        }

        foreach (var (key, rows, body, auth) in Apis)
        {
            var posted = await client.SendAsync(HttpMethod.Post, "/api/v1/apis", $$$"""
                { "key": "{{{key}}}", "name": "{{{key}}}", "method": "POST", "url": "{{system.sandbox.url}}/echo/x",
                  "headers": [ { "name": "X-Secret", "value": { "from": "secret", "name": "header" } },
                               { "name": "X-Text", "value": { "from": "constant", "value": "say {{secrets.headertext}}" } } ],
                  "parameters": [ {{{rows}}} ], "body": {{{body}}}, "auth": {{{auth}}},
                  "limits": { "timeoutMs": 60000 }, "outputs": [ { "name": "everything", "path": "$.headers" }, { "name": "target", "path": "$.target" }, { "name": "body", "path": "$.body" } ] }
                """);
            Assert.True((int)posted.Status == 201, posted.Text);
        }
    }

    private static async Task RunAsync(IPage page, string key, StringBuilder html)
    {
        await page.GotoAsync($"/apis/{key}");
        await page.Button("Run").ClickAsync();
        await Assertions.Expect(page.GetByTestId("outcome")).ToHaveTextAsync("Success", new() { Timeout = 60_000 });
        var tabs = page.Locator("[role=tab]");
        for (var index = 0; index < await tabs.CountAsync(); index++)
        {
            await tabs.Nth(index).ClickAsync();
            await Assertions.Expect(tabs.Nth(index)).ToHaveAttributeAsync("aria-selected", "true", new() { Timeout = 30_000 });
            html.Append(await page.ContentAsync());
        }

        Assert.Contains("•••", await page.ContentAsync() + html, StringComparison.Ordinal);
    }

    private static async Task MakeConflictAsync(IPage page, RestClient client, StringBuilder html)
    {
        await page.GotoAsync("/apis/in-json");
        await page.Locator("#api-description").FillAsync("Mine");
        var stored = await client.GetAsync("/api/v1/apis/in-json");
        var changed = stored.Text.Replace("\"name\":\"in-json\"", "\"name\":\"Theirs\"", StringComparison.Ordinal)
            .Replace("say {{secrets.headertext}}", "tell {{secrets.headertext}}", StringComparison.Ordinal);
        var put = await client.SendAsync(HttpMethod.Put, "/api/v1/apis/in-json", changed, ("If-Match", stored.ETag!));
        Assert.True((int)put.Status == 200, put.Text);
        await page.Button("Save").ClickAsync();
        await page.WaitForSelectorAsync(".conflict");
        html.Append(await page.ContentAsync());
    }

    private static async Task TypeASecretAsync(IPage page, StringBuilder html)
    {
        await page.GotoAsync("/secrets");
        await page.GetByRole(AriaRole.Button, new() { Name = "Replace bearer" }).ClickAsync();
        await page.Locator("#secret-value").FillAsync(Canaries.Of("typed"));
        await page.Button("Save secret").ClickAsync();
        await page.Locator("#secret-value").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        html.Append(await page.ContentAsync());
    }

    private static string Row(string name, string place, string secret) =>
        $$"""{ "name": "{{name}}", "in": "{{place}}", "value": { "from": "secret", "name": "{{secret}}" } }""";
}
