using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Validation;
using ApiAdmin.Core.Interchange.Curl;

namespace ApiAdmin.Tests.Interchange;

public sealed class CurlImporterTests
{
    [Theory]
    [InlineData("curl x.example/a", "GET http://x.example/a")]
    [InlineData("curl -X DELETE https://x.example/a", "DELETE https://x.example/a")]
    [InlineData("curl -XPUT https://X.Example/A", "PUT https://x.example/A")]
    [InlineData("curl -I https://x.example", "HEAD https://x.example")]
    [InlineData("curl -sSLX PATCH --url https://x.example", "PATCH https://x.example")]
    [InlineData("curl -d a=1 https://x.example", "POST https://x.example")]
    [InlineData("curl -G -d a=1 https://x.example", "GET https://x.example")]
    [InlineData("curl -T f.txt https://x.example/d/", "PUT https://x.example/d/f.txt")]
    [InlineData("curl 'https://u:p@x.example/a#frag'", "GET https://x.example/a")]
    [InlineData("curl 'https://x.example/a b?pretty&q=%zz'", "GET https://x.example/a%20b?pretty&q=%25zz")]
    [InlineData("TOKEN=1 sudo /usr/bin/curl -- https://x.example", "GET https://x.example")]
    public void Read_OfMethodAndUrl_TakesBoth(string text, string line)
    {
        var definition = Import(text).Definition;

        Assert.Equal(line, $"{definition.Method} {definition.Url}");
    }

    [Theory]
    [InlineData("-d a=1 -d b=2", "Form", "a=1;b=2")]
    [InlineData("-d 'a=1&a=2'", "Form", "a=[\"1\",\"2\"]")]
    [InlineData("--data-urlencode 'q=a b&c'", "Form", "q=a b&c")]
    [InlineData("--json '{\"a\":{\"b\":1.50},\"c\":[1],\"d\":true}'", "Json", "a.b=1.50;c=[1];d=true")]
    [InlineData("--json '{\"a\":null}'", "JsonTemplate", "")]
    [InlineData("--json '[1,2]'", "JsonTemplate", "")]
    [InlineData("-H 'Content-Type: text/xml' -d '<a>1</a>'", "Xml", "")]
    [InlineData("-H 'Content-Type: text/plain' -d hello", "Text", "")]
    [InlineData("-d '{\"a\":1}'", "Text", "")]
    [InlineData("-F a=1 -F 'b=\"x;y\"' --form-string 'c=@d'", "Multipart", "a=1;b=x;y;c=@d")]
    public void Read_OfABody_ChoosesTheKindAndTheRows(string options, string kind, string rows)
    {
        var definition = Import($"curl https://x.example {options}").Definition;

        Assert.Equal(kind, definition.Body.Kind.ToString());
        Assert.Equal(rows, Rows(definition, ParamPlace.Body));
    }

    [Fact]
    public void Read_OfAQuery_MakesRowsOfIt()
    {
        var definition = Import("curl 'https://x.example/a?x=1&y=a%20b&y=c&z=' --url-query 'w=1 2' -G -d 'v=3'").Definition;

        Assert.Equal(("https://x.example/a", "x=1;y=[\"a b\",\"c\"];z=;w=1 2;v=3"), (definition.Url, Rows(definition, ParamPlace.Query)));
    }

    [Theory]
    [InlineData("-k", "--insecure", "always checked")]
    [InlineData("-x http://p:1", "--proxy", "operator")]
    [InlineData("--http2", "--http2", "HTTP/1.1")]
    [InlineData("--digest -u a:b", "--digest", "Basic, Bearer")]
    [InlineData("-L --max-redirs 20", "--max-redirs", "At most 5")]
    [InlineData("-m 120", "--max-time", "60 s at most")]
    [InlineData("-H 'Host: y.example'", "Host", "connection")]
    [InlineData("-H 'Accept-Encoding: gzip, zstd'", "Accept-Encoding", "zstd")]
    [InlineData("-b jar.txt", "--cookie", "file")]
    [InlineData("-d @body.json", "@body.json", "input \"body_json\"")]
    [InlineData("--next https://y.example", "curl", "2 requests")]
    [InlineData("-H \"Authorization: Bearer $T\"", "$T", "shell")]
    public void Read_OfWhatHasNoCounterpart_SaysSoWithTheCure(string options, string subject, string words)
    {
        var note = Assert.Single(Import($"curl https://x.example {options}").Notes, n => n.Subject == subject);

        Assert.Contains(words, note.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-sS -o out -v --fail -i --compressed --http1.1 -w '%{http_code}' -O -# --trace-ascii t --retry-all-errors")]
    public void Read_OfOptionsWithoutEffect_SaysNothingOfFilesAndProgress(string options) =>
        Assert.Equal(["--retry-all-errors"], Import($"curl https://x.example {options}").Notes.Select(note => note.Subject));

    [Theory]
    [InlineData("", 1, 1, "no curl command")]
    [InlineData("wget https://x.example", 1, 1, "no curl command")]
    [InlineData("curl -X", 1, 6, "-X needs a value")]
    [InlineData("curl https://x.example \\\n  --reqest POST", 2, 3, "Did you mean \"--request\"")]
    [InlineData("curl --request=POST https://x.example", 1, 6, "a word of its own")]
    [InlineData("curl -H 'a: b", 1, 9, "never closed")]
    [InlineData("curl -s", 1, 1, "names no URL")]
    [InlineData("curl ftp://x.example", 1, 1, "only http and https")]
    public void Read_OfWhatIsNoCommand_TellsWhereAndHowToMendIt(string text, int line, int column, string words)
    {
        var problem = CurlImporter.Read(text).Problem!;

        Assert.Equal((line, column), (problem.Line, problem.Column));
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-H 'Authorization: Bearer abc'", "Bearer", "abc", "example-token")]
    [InlineData("-u ana:pw", "Basic", "pw", "example-password")]
    [InlineData("-H 'X-Api-Key: k1'", "ApiKey", "k1", "example-x-api-key")]
    [InlineData("-b 'sid=1; x=2'", "Header", "sid=1; x=2", "example-cookie")]
    [InlineData("-G -d api_key=k2", "Query", "k2", "example-api-key")]
    [InlineData("--json '{\"login\":{\"password\":\"p\"}}'", "Body", "p", "example-login-password")]
    public void Read_OfACredential_FindsItAndASecretCanTakeItsPlace(string options, string kind, string value, string name)
    {
        var import = Import($"curl https://api.example.com:8443/a {options}");

        var found = Assert.Single(import.Credentials);
        Assert.Equal((kind, value, name, "api.example.com:8443"), (found.Kind.ToString(), found.Value, found.SuggestedName, found.Host));
        var definition = Credentials.UseSecret(import.Definition, found, "s");
        Assert.DoesNotContain($"\"{value}\"", DefinitionJson.Write(definition), StringComparison.Ordinal);
        Assert.Contains("s", DefinitionSecrets.Of(definition).Keys);
        Assert.Empty(DefinitionValidator.Validate(definition with { Key = "k" }).Findings);
    }

    [Theory]
    [InlineData("$TOKEN")]
    [InlineData("<your token>")]
    [InlineData("YOUR_API_KEY")]
    public void Read_OfACredentialToBeFilledIn_KnowsThatItIsNone(string value) =>
        Assert.True(Assert.Single(Import($"curl https://x.example -H \"X-Api-Key: {value}\"").Credentials).IsPlaceholder);

    [Fact]
    public void UseInput_OfEveryFoundValue_AsksForItAndKeepsItAsTheExample()
    {
        var import = Import("curl 'https://x.example/v1/orders/A-1001?lang=en' --json '{\"n\":12345678901234567890}'");

        var definition = import.Inputs.Aggregate(import.Definition, Inputs.UseInput);

        Assert.Equal("https://x.example/v1/orders/{orderId}", definition.Url);
        Assert.Equal(["orderId=\"A-1001\"", "lang=\"en\"", "n=12345678901234567890"], definition.Parameters.Select(p => $"{p.Name}={p.Example!.Text}"));
        Assert.Empty(DefinitionValidator.Validate(definition with { Key = "k" }).Findings);
    }

    private static CurlImport Import(string text)
    {
        var result = CurlImporter.Read(text);
        Assert.True(result.Import is not null, result.Problem?.Message);
        return result.Import;
    }

    private static string Rows(ApiDefinition definition, ParamPlace place) => string.Join(
        ';', definition.Parameters.Where(p => p.In == place).Select(p => $"{p.Name}={((ConstantValue)p.Value).Value.ToPlainText()}"));
}
