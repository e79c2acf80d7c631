using System.Text;
using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Validation;
using ApiAdmin.Core.Interchange.Curl;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Support;
using Xunit.Abstractions;

namespace ApiAdmin.Tests.Interchange;

public sealed class CurlCorpusTests(ITestOutputHelper output)
{
    /// <summary>Requests that cannot or must not be sent as curl sends them, each with the reason.</summary>
    private static readonly Dictionary<string, string> Different = new()
    {
        ["get_charles_syntax"] = "The Host of another address than the URL's is refused (security.md A12); a note says so.",
        ["get_with_browser_headers"] = "Accept-Encoding leaves out sdch, which nobody can read any more; a note says so.",
        ["get_with_data2"] = "A content type without a body describes nothing; a note says so.",
        ["get_with_env_var"] = "A content type without a body describes nothing; a note says so.",
        ["get_with_header_without_value"] = "A content type without a body describes nothing; a note says so.",
        ["post_with_colon_in_header"] = "A content type without a body describes nothing; a note says so.",
        ["redirect_command_url_query"] = "The whole query is the output of another program; a note says so.",
        ["strange_http_method"] = "The method wHat is not one of the closed list; a note says so.",
        ["upload_file"] = "A body always has a content type here: application/octet-stream for a file of no known type.",
        ["url_query_reads_file"] = "A file's content goes into a query percent-encoded, so that it cannot end the query.",
    };

    /// <summary>What curl says of itself when it is told nothing. ApiAdmin says its own there (decision 0060).</summary>
    private static readonly Dictionary<string, Func<string, bool>> OfTheSender = new(StringComparer.OrdinalIgnoreCase)
    {
        ["User-Agent"] = value => value.StartsWith("curl/", StringComparison.Ordinal),
        ["Accept"] = value => value == "*/*",
        ["Accept-Encoding"] = value => value == "deflate, gzip",
        ["Connection"] = value => value == "keep-alive",
        ["Content-Length"] = _ => true,
        ["Host"] = _ => true,
    };

    [SkippableFact]
    public void Read_OfEveryCommand_GivesADefinitionThatTheValidatorAccepts()
    {
        var read = 0;
        foreach (var file in CurlCorpus.Commands)
        {
            var result = CurlImporter.Read(File.ReadAllText(file));

            Assert.True(result.Import is not null, $"{Path.GetFileName(file)}: {result.Problem}");
            var findings = DefinitionValidator.Validate(result.Import.Definition with { Key = "k", Name = "n" }).Findings;
            Assert.True(findings.Count == 0 || Path.GetFileName(file) == "form_quotes.sh", $"{Path.GetFileName(file)}: {string.Join(" ", findings)}");
            read++;
        }

        output.WriteLine($"{read} of {CurlCorpus.Commands.Count} read.");
        Assert.Equal(108, read);
    }

    [SkippableFact]
    public async Task Send_OfEveryCommandWithARawRequest_PutsThatRequestOnTheWire()
    {
        var (same, listed) = (0, new List<string>());
        foreach (var file in CurlCorpus.WithRequest)
        {
            var (name, expected) = (Path.GetFileNameWithoutExtension(file), RawRequest.Parse(File.ReadAllText(file)));
            var import = CurlImporter.Read(CurlCorpus.CommandOf(file)).Import!;
            var sent = RawRequest.Parse(await SendAsync(import));
            var differences = Compare(expected, sent, import.Definition.Body.Kind).ToList();
            output.WriteLine($"{name}: {(differences.Count == 0 ? "same" : string.Join(" · ", differences))}");
            if (differences.Count == 0)
            {
                same++;
            }
            else
            {
                listed.Add(name);
            }
        }

        output.WriteLine($"{same} sent as curl sends them, {listed.Count} listed.");
        Assert.Equal(Different.Keys.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        Assert.Equal(64, same + listed.Count);
    }

    [SkippableFact]
    public async Task Send_WithEveryCredentialInASecret_PutsTheSameRequestOnTheWire()
    {
        var moved = 0;
        foreach (var file in CurlCorpus.WithRequest)
        {
            var import = CurlImporter.Read(CurlCorpus.CommandOf(file)).Import!;
            if (import.Credentials.Count == 0)
            {
                continue;
            }

            var before = RawRequest.Parse(await SendAsync(import));
            var definition = import.Credentials.Aggregate(import.Definition, (d, found) => Credentials.UseSecret(d, found, found.SuggestedName));
            var after = RawRequest.Parse(await SendAsync(import with { Definition = definition }, import.Credentials));

            Assert.Equal(before.Target, after.Target);
            Assert.Equal(before.Body, after.Body);
            Assert.Equal(before.Headers.Where(h => h.Key != "Host").Order(ByName), after.Headers.Where(h => h.Key != "Host").Order(ByName));
            Assert.Empty(Credentials.Find(definition));
            moved += import.Credentials.Count;
        }

        output.WriteLine($"{moved} credentials moved into secrets.");
        Assert.True(moved >= 15, $"{moved}");
    }

    private static readonly Comparer<KeyValuePair<string, string>> ByName =
        Comparer<KeyValuePair<string, string>>.Create((left, right) => string.CompareOrdinal(left.Key, right.Key));

    /// <summary>To a server of ours in the place of the one the command names; path, query, headers and body as they came.</summary>
    private static async Task<string> SendAsync(CurlImport import, IEnumerable<FoundCredential>? secrets = null)
    {
        await using var server = RawServer.Answering("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
        var authority = $"127.0.0.1:{server.Port}";
        var store = new FakeSecrets(authority);
        foreach (var secret in secrets ?? [])
        {
            store.With(secret.SuggestedName, secret.Value);
        }

        using var host = new InvokerHost(allow: [authority], secrets: store);
        var uri = new Uri(import.Definition.Url);
        var definition = import.Definition with { Url = import.Definition.Url.Replace(uri.Authority, authority, StringComparison.Ordinal) };
        var request = new InvocationRequest { Definition = definition, Inputs = Inputs(import) };
        var result = await host.Invoker.InvokeAsync(request, default);
        Assert.True(result.Report.Outcome == Outcome.Success, $"{result.Report.Message} {definition}");
        return Encoding.UTF8.GetString(server.Exchanges.Single().Received);
    }

    /// <summary>The corpus writes a file as <c>@name</c>, an upload as its name; given as the input, that is what has to arrive.</summary>
    private static Dictionary<string, JsonElement> Inputs(CurlImport import) => import.Files.ToDictionary(
        file => file.Input,
        file => JsonSerializer.SerializeToElement(import.Definition.Method == "PUT" && import.Definition.Body.ContentType == "application/octet-stream" ? file.Path : "@" + file.Path));

    private static IEnumerable<string> Compare(RawRequest expected, RawRequest sent, BodyKind kind)
    {
        if (expected.Method != sent.Method)
        {
            yield return $"method {sent.Method}";
        }

        var target = expected.Target.StartsWith('/') ? expected.Target : "/" + expected.Target;
        if (target != sent.Target)
        {
            yield return $"target {sent.Target}";
        }

        foreach (var (name, value) in expected.Headers)
        {
            if (OfTheSender.TryGetValue(name, out var isDefault) && isDefault(value) && !(name == "Host" && value == "api.ipify.org"))
            {
                continue;
            }

            if (sent.Headers.GetValueOrDefault(name) != value)
            {
                yield return $"{name}: {sent.Headers.GetValueOrDefault(name)}";
            }
        }

        var more = sent.Headers.Keys.Except(expected.Headers.Keys.Concat(OfTheSender.Keys), StringComparer.OrdinalIgnoreCase).ToList();
        if (more.Count > 0)
        {
            yield return $"more headers: {string.Join(", ", more)}";
        }

        if (Said(expected.Body, kind) != Said(sent.Body, kind))
        {
            yield return $"body {sent.Body}";
        }
    }

    /// <summary>
    /// Rows write JSON without white space between its tokens, and a form with every escape it may have (decision 0060);
    /// any other body has to be the same byte for byte.
    /// </summary>
    private static string Said(string body, BodyKind kind) => kind switch
    {
        BodyKind.Json => JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(body)),
        BodyKind.Form => string.Join('\n', body.Split('&').Select(pair => Uri.UnescapeDataString(pair.Replace('+', ' ')))),
        _ => body,
    };
}
