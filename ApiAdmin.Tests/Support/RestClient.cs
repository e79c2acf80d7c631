using System.Net;
using System.Text;
using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Support;

/// <summary>A program that calls <c>/api/v1</c> with an API key of its own.</summary>
public sealed class RestClient : IDisposable
{
    private RestClient(string address, string? key, Guid keyId)
    {
        Key = key;
        KeyId = keyId;
#pragma warning disable RS0030 // The client of a test; the guarded transport is for what the product calls.
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
        {
            BaseAddress = new Uri(address),
        };
#pragma warning restore RS0030
    }

    public HttpClient Http { get; }

    public string? Key { get; }

    public Guid KeyId { get; }

    public static RestClient Anonymous(TestApp app) => new(app.Address, null, default);

    public static async Task<RestClient> CreateAsync(TestApp app, params string[] scopes)
    {
        var created = await app.Services.GetRequiredService<ApiKeyService>().CreateAsync(
            new HostActor("test"), new NewApiKey("test key", scopes.ToValueList()), CancellationToken.None);
        return new RestClient(app.Listening, created.Text, created.Info.Id);
    }

    public Task<RestAnswer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    /// <param name="body">JSON text, or what becomes it.</param>
    public async Task<RestAnswer> SendAsync(HttpMethod method, string path, object? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (Key is not null && !headers.Any(h => h.Name is "X-Api-Key" or "Authorization"))
        {
            request.Headers.Add("X-Api-Key", Key);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (body is not null)
        {
            var json = body as string ?? JsonSerializer.Serialize(body, DefinitionJson.Options);
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        using var response = await Http.SendAsync(request);
        return await RestAnswer.ReadAsync(response);
    }

    public void Dispose() => Http.Dispose();
}

/// <summary>An answer read to its end.</summary>
public sealed record RestAnswer(HttpStatusCode Status, string Text, string? MediaType, string? ETag, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>Codes of the findings, by their place.</summary>
    public IEnumerable<(string Path, string Code)> Findings =>
        Json.GetProperty("errors").EnumerateArray().Select(e => (e.GetProperty("path").GetString()!, e.GetProperty("code").GetString()!));

    public static async Task<RestAnswer> ReadAsync(HttpResponseMessage response) => new(
        response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType, response.Headers.ETag?.ToString(),
        response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));

    /// <summary>The body as problem details of that kind.</summary>
    public JsonElement AssertProblem(int status, string code)
    {
        Assert.True((int)Status == status, $"{(int)Status} instead of {status}: {Text}");
        Assert.Equal("application/problem+json", MediaType);
        Assert.Equal($"urn:apiadmin:{code}", Json.GetProperty("type").GetString());
        Assert.Equal(status, Json.GetProperty("status").GetInt32());
        Assert.NotEmpty(Json.GetProperty("traceId").GetString()!);
        Assert.NotEmpty(Json.GetProperty("detail").GetString()!);
        return Json;
    }
}
