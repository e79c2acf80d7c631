using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.Building;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ApiAdmin.Tests.Invocation.Building;

/// <summary>Builds requests in tests: one fixed moment, secrets by name, inputs as JSON text.</summary>
internal static class Build
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 17, 46, 30, TimeSpan.Zero);

    public static RequestBuilder Builder(string? sandboxUrl = null) =>
        new(new FakeTimeProvider(Now), new FixedSandbox(sandboxUrl), new ValueNormalizer(Options.Create(new PhoneOptions())));

    public static ApiDefinition Definition(string json) =>
        JsonSerializer.Deserialize<ApiDefinition>(
            $$"""{ "key": "k", "name": "n", "url": "http://upstream.example/", {{json}} }""",
            Lenient)!;

    public static BuildResult Run(ApiDefinition definition, string inputs = "{}", params (string Name, string Value)[] secrets) =>
        Run(definition, JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(inputs)!, secrets);

    public static BuildResult Run(
        ApiDefinition definition, IReadOnlyDictionary<string, JsonElement> inputs, params (string Name, string Value)[] secrets) =>
        Builder("http://127.0.0.1:9100").Build(definition, new BuildInputs
        {
            Inputs = inputs,
            Secrets = secrets.ToDictionary(s => s.Name, s => new RevealedSecret(s.Name, s.Value, ["upstream.example"])),
        });

    public static string Body(BuildResult result) => System.Text.Encoding.UTF8.GetString(result.Request!.Body!.ToBytes());

    public static string? Header(BuildResult result, string name) =>
        result.Request!.Headers.SingleOrDefault(h => h.Name == name)?.Value.Reveal();

    private static readonly JsonSerializerOptions Lenient = new(DefinitionJson.Options) { AllowDuplicateProperties = true };

    private sealed class FixedSandbox(string? url) : ISandboxAddress
    {
        public string? Url => url;

        public System.Net.IPEndPoint? EndPoint => null;
    }
}
