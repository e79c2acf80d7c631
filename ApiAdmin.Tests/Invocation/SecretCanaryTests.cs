using System.Text;
using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.Logging;

namespace ApiAdmin.Tests.Invocation;

/// <summary>
/// Canaries in every place a secret or a sensitive value can stand, sent to an upstream that says everything back;
/// then nothing that leaves or stays may hold one, in any of the usual encodings.
/// </summary>
public sealed class SecretCanaryTests
{
    private static readonly string[] Secrets = ["header", "query", "body", "template", "bearer", "password", "key"];

    private static readonly string[] Inputs = ["inHeader", "inQuery", "inBody", "inPath"];

    [Theory]
    [InlineData("json", """{ "kind": "bearer", "secret": "bearer" }""")]
    [InlineData("form", """{ "kind": "basic", "username": "agent", "secret": "password" }""")]
    [InlineData("multipart", """{ "kind": "apiKey", "name": "X-Key", "in": "header", "secret": "key" }""")]
    [InlineData("jsonTemplate", """{ "kind": "apiKey", "name": "api_key", "in": "query", "secret": "key" }""")]
    public async Task Test_EchoOfEverything_LeavesNoCanaryAnywhere(string bodyKind, string auth)
    {
        var log = new CapturedLog();
        await using var app = await TestApp.StartAsync(
            settings: new Dictionary<string, string?> { ["Sandbox:Enabled"] = "true", ["Logging:LogLevel:Default"] = "Trace" },
            adjust: builder => builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace));
        using var client = await RestClient.CreateAsync(app, Scopes.ApisRead, Scopes.ApisWrite);
        var said = new StringBuilder();
        foreach (var name in Secrets)
        {
            var put = await client.SendAsync(HttpMethod.Put, $"/api/v1/secrets/{name}", JsonSerializer.Serialize(new { value = Canaries.Of(name), hosts = new[] { "127.0.0.1" } }));
            Assert.Equal(200, (int)put.Status);
            said.Append(put.Text);
        }

        var posted = await client.SendAsync(HttpMethod.Post, "/api/v1/apis", Definition(bodyKind, auth));
        Assert.True((int)posted.Status == 201, posted.Text);
        var ran = await client.SendAsync(
            HttpMethod.Post, "/api/v1/apis/canary/test", JsonSerializer.Serialize(new { inputs = Inputs.ToDictionary(name => name, Canaries.Of) }));
        Assert.True(ran.Json.GetProperty("outcome").GetString() == "success", ran.Text);
        Assert.Contains("•••", ran.Json.GetProperty("response").GetProperty("body").GetString(), StringComparison.Ordinal);
        said.Append(posted.Text).Append(ran.Text);
        foreach (var path in new[] { "/api/v1/secrets", "/api/v1/apis", "/api/v1/apis/canary", $"/api/v1/invocations/{ran.Json.GetProperty("invocationId").GetString()}" })
        {
            said.Append((await client.GetAsync(path)).Text);
        }

        AssertClean("an answer", said.ToString());
        AssertClean("the log", log.Text);
        foreach (var file in Directory.EnumerateFiles(app.DataDirectory, "*", SearchOption.AllDirectories))
        {
            AssertClean(Path.GetFileName(file), await SharedFile.ReadLatin1Async(file));
        }
    }

    private static void AssertClean(string where, string text) => Canaries.AssertClean(where, text, Secrets.Concat(Inputs));

    private static string Definition(string bodyKind, string auth) => $$$"""
        { "key": "canary", "name": "Canary", "method": "POST", "url": "{{system.sandbox.url}}/echo/{inPath}",
          "headers": [ { "name": "X-Secret", "value": { "from": "secret", "name": "header" } },
                       { "name": "X-Input", "sensitive": true, "value": { "from": "caller", "input": "inHeader" } } ],
          "parameters": [ { "name": "inPath", "in": "path", "required": true, "sensitive": true, "value": { "from": "caller" } },
                          { "name": "secret", "in": "query", "value": { "from": "secret", "name": "query" } },
                          { "name": "inQuery", "in": "query", "sensitive": true, "value": { "from": "caller" } }{{{Rows(bodyKind)}}} ],
          "body": { "kind": "{{{bodyKind}}}"{{{(bodyKind == "jsonTemplate" ? """, "template": "{\"a\":\"{{secrets.template}}\",\"b\":\"{{inBody}}\"}" """ : "")}}} },
          "auth": {{{auth}}}, "outputs": [ { "name": "everything", "path": "$.headers" }, { "name": "target", "path": "$.target" } ] }
        """;

    private static string Rows(string bodyKind) => bodyKind == "jsonTemplate"
        ? """, { "name": "inBody", "in": "body", "sensitive": true, "value": { "from": "caller" } }"""
        : """, { "name": "inBody", "in": "body", "sensitive": true, "value": { "from": "caller" } }, { "name": "secretBody", "in": "body", "value": { "from": "secret", "name": "body" } }""";
}
