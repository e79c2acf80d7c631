using System.Text;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Interchange.CopyAs;
using ApiAdmin.Core.Interchange.Curl;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Invocation.Building;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Interchange;

public sealed class CopyAsTests
{
    private const string Canary = "s3cr3t canary&'\"";

    [Theory]
    [InlineData(CopyForm.Curl)]
    [InlineData(CopyForm.CSharp)]
    [InlineData(CopyForm.Python)]
    [InlineData(CopyForm.JavaScript)]
    [InlineData(CopyForm.RawHttp)]
    public void Write_OfARequestWithSecretsEverywhere_IsTheKeptTextAndNamesThemOnly(CopyForm form)
    {
        var definition = Build.Definition("""
            "method": "POST", "url": "https://upstream.example/v1/o%20k?x=[1]",
            "headers": [ { "name": "X-Key", "value": { "from": "secret", "name": "key" } }, { "name": "X-Note", "value": { "from": "constant", "value": "it's \"here\"" } } ],
            "parameters": [ { "name": "token", "in": "query", "value": { "from": "secret", "name": "key" } }, { "name": "text", "in": "body", "value": { "from": "constant", "value": "line\r\n你好 'x' \\" } },
                            { "name": "pin", "in": "body", "value": { "from": "secret", "name": "key" } } ],
            "body": { "kind": "json" }, "auth": { "kind": "basic", "username": "ana", "secret": "key" }
            """);

        var text = Copy(definition, form, ("key", Canary));

        Assert.DoesNotContain("canary", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes($"ana:{Canary}")), text, StringComparison.Ordinal);
        Snapshots.Match(text, $"copy-as-{form}.txt");
    }

    [SkippableFact]
    public void Curl_OfEveryRequestOfTheCorpus_IsReadBackAsTheSameRequest()
    {
        var compared = 0;
        foreach (var file in CurlCorpus.WithRequest)
        {
            var import = CurlImporter.Read(CurlCorpus.CommandOf(file)).Import!;
            var inputs = import.Files.ToDictionary(f => f.Input, f => System.Text.Json.JsonSerializer.SerializeToElement("content of " + f.Input));
            var first = Build.Run(import.Definition, inputs).Request!;
            var copied = RequestCopy.Write(CopySource.Of(first, import.Definition.Auth, []), CopyForm.Curl);

            // Sensitive rows are copied as blanks; the ones that hold none come back whole.
            if (import.Credentials.Count > 0)
            {
                continue;
            }

            var again = Build.Run(CurlImporter.Read(copied).Import!.Definition, "{}").Request!;
            Assert.Equal(Shown(first), Shown(again));
            compared++;
        }

        Assert.True(compared >= 40, $"{compared}");
    }

    [SkippableFact]
    public void Curl_OfEveryNaughtyStringInABodyAndAQuery_IsReadBackAsTheSameRequest()
    {
        foreach (var text in NaughtyStrings.Read().Where(t => t.Length > 0 && !t.Contains('\0') && !t.Contains("{{", StringComparison.Ordinal)))
        {
            var definition = new ApiDefinition
            {
                Key = "k", Name = "n", Method = "POST", Url = "http://upstream.example/",
                Parameters = [new RequestParam { Name = "q", In = ParamPlace.Query, Value = new ConstantValue { Value = RawJson.String(text) } }],
                Body = new RequestBody { Kind = BodyKind.Text, Template = text },
            };
            var built = Build.Run(definition, "{}");
            var again = Build.Run(CurlImporter.Read(RequestCopy.Write(CopySource.Of(built.Request!, definition.Auth, []), CopyForm.Curl)).Import!.Definition, "{}");

            Assert.Equal(Shown(built.Request!), Shown(again.Request!));
        }
    }

    private static string Copy(ApiDefinition definition, CopyForm form, params (string Name, string Value)[] secrets) => RequestCopy.Write(
        CopySource.Of(Build.Run(definition, "{}", secrets).Request!, definition.Auth, secrets.Select(s => new RevealedSecret(s.Name, s.Value, ["upstream.example"]))),
        form);

    /// <summary>Header order is no part of what a request says.</summary>
    private static string Shown(BuiltRequest request) => string.Join('\n',
    [
        $"{request.Method} {request.Origin}{request.Target.Reveal()}",
        .. request.Headers.Select(header => $"{header.Name}: {header.Value.Reveal()}").Order(StringComparer.Ordinal),
        Encoding.UTF8.GetString(request.Body?.ToBytes() ?? []),
    ]);
}
