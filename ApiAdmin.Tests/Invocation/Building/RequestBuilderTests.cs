using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation.Building;

namespace ApiAdmin.Tests.Invocation.Building;

public sealed class RequestBuilderTests
{
    [Fact]
    public void Build_WholeDefinition_GivesTheExactTextOfTheWire()
    {
        var definition = Build.Definition("""
            "method": "POST", "url": "https://crm.example.com:8443/v1/orders/{orderId}?fixed=1",
            "headers": [ { "name": "X-Tenant", "value": { "from": "constant", "value": "acme-{{region}}" } } ],
            "parameters": [
              { "name": "orderId", "in": "path", "value": { "from": "caller" } },
              { "name": "region", "in": "query", "value": { "from": "caller" } },
              { "name": "order.amount", "in": "body", "type": "number", "value": { "from": "caller", "input": "amount" } },
              { "name": "order.note", "in": "body", "value": { "from": "caller", "input": "note" } } ],
            "body": { "kind": "json" },
            "auth": { "kind": "bearer", "secret": "orders-token" }
            """);

        var result = Build.Run(definition, """{ "orderId": "A 1/2", "region": "hk&mo", "amount": 1.00 }""", ("orders-token", "s3cr3t"));

        Assert.Empty(result.Problems);
        Assert.Equal(
            """
            POST /v1/orders/A%201%2F2?fixed=1&region=hk%26mo HTTP/1.1
            Host: crm.example.com:8443
            User-Agent: ApiAdmin/0.1.0
            Accept: application/json, */*;q=0.8
            Accept-Encoding: gzip, deflate, br
            Authorization: Bearer •••
            X-Tenant: acme-hk&mo
            Content-Type: application/json
            Content-Length: 25

            {"order":{"amount":1.00}}
            """.ReplaceLineEndings("\r\n"),
            RequestTextWriter.Write(result.Request!, masked: true));
        Assert.Contains("Bearer s3cr3t\r\n", RequestTextWriter.Write(result.Request!, masked: false), StringComparison.Ordinal);
        Assert.Equal(["orders-token"], result.Request!.Secrets.Select(s => s.Name));
        Assert.Contains("s3cr3t", result.SensitiveValues);
    }

    // History keeps inputs: it has to know what must not stand in them even where no request came of it.
    [Fact]
    public void Build_UrlWithoutAReadableHost_StillNamesWhatIsSensitive()
    {
        var definition = Build.Definition("""
            "url": "https:///orders", "auth": { "kind": "bearer", "secret": "orders-token" },
            "parameters": [ { "name": "pin", "in": "query", "sensitive": true, "value": { "from": "caller" } } ]
            """);

        var result = Build.Run(definition, """{ "pin": "4711-0815" }""", ("orders-token", "s3cr3t"));

        Assert.Null(result.Request);
        Assert.Equal(["s3cr3t", "4711-0815"], result.SensitiveValues);
    }

    [Fact]
    public void Build_EverythingMissing_TellsAllAtOnceAndStillShowsAPreview()
    {
        var definition = Build.Definition("""
            "url": "http://upstream.example/{id}", "auth": { "kind": "bearer", "secret": "gone" },
            "parameters": [
              { "name": "id", "in": "path", "value": { "from": "caller" } },
              { "name": "n", "in": "query", "type": "integer", "required": true, "value": { "from": "caller" } } ]
            """);

        var result = Build.Run(definition, """{ "n": "x1", "nn": 3 }""");

        Assert.False(result.CanSend);
        Assert.Equal(["inputs.nn", "inputs.id", "inputs.n", "auth.secret"], result.Problems.Select(p => p.Path));
        Assert.Contains("Did you mean \"n\"?", result.Problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("\"n\" has to be a whole number", result.Problems[2].Message, StringComparison.Ordinal);
        var preview = RequestTextWriter.Write(result.Request!, masked: true);
        Assert.StartsWith("GET /{{id}}?n={{n}} HTTP/1.1\r\n", preview, StringComparison.Ordinal);
        Assert.Contains("Authorization: Bearer {{secrets.gone}}", preview, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("repeat", "?a=1&a=x%2Cy")]
    [InlineData("comma", "?a=1,x%2Cy")]
    [InlineData("brackets", "?a%5B%5D=1&a%5B%5D=x%2Cy")]
    public void Build_ArrayInQuery_FollowsItsStyle(string style, string query)
    {
        var definition = Build.Definition($$"""
            "parameters": [ { "name": "a", "in": "query", "type": "array", "style": "{{style}}", "value": { "from": "caller" } } ]
            """);

        Assert.Equal("/" + query, Build.Run(definition, """{ "a": [1, "x,y"] }""").Request!.Target.Reveal());
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void Build_PathValueThatChangesThePath_IsInvalidInput(string value)
    {
        var definition = Build.Definition("""
            "url": "http://upstream.example/a/{id}/b",
            "parameters": [ { "name": "id", "in": "path", "value": { "from": "caller" } } ]
            """);

        var problem = Assert.Single(Build.Run(definition, $$"""{ "id": "{{value}}" }""").Problems);

        Assert.Equal("inputs.id", problem.Path);
    }

    [Theory]
    [InlineData("http://upstream.example/{a}{b}")]
    [InlineData("http://upstream.example/x/.{a}/y")]
    [InlineData("http://upstream.example/x/%2e{b}?q")]
    public void Build_SegmentThatBecomesDotsByComposition_IsInvalidInput(string url)
    {
        var definition = Build.Definition($$"""
            "url": "{{url}}",
            "parameters": [ { "name": "a", "in": "path", "value": { "from": "caller" } }, { "name": "b", "in": "path", "value": { "from": "caller" } } ]
            """);

        Assert.Single(Build.Run(definition, """{ "a": ".", "b": "." }""").Problems);
    }

    [Fact]
    public void Build_JsonTemplate_TypedOutsideQuotesEscapedInside()
    {
        var definition = Build.Definition("""
            "method": "POST",
            "parameters": [
              { "name": "t", "in": "body", "value": { "from": "caller" } },
              { "name": "n", "in": "body", "type": "integer", "value": { "from": "caller" } },
              { "name": "o", "in": "body", "type": "object", "value": { "from": "caller" } },
              { "name": "left", "in": "body", "value": { "from": "caller" } } ],
            "body": { "kind": "jsonTemplate", "template": "{\"a\":\"x {{t}}\",\"b\":{{n}},\"c\":{{o}},\"d\":{{t}},\"e\":{{left}},\"s\":{{system.unixSeconds}},\"z\":\"{{secrets.k}}\"}" }
            """);

        var result = Build.Run(
            definition, """{ "t": "q\"\\\n", "n": 123456789012345678901234567890, "o": {"k": 1.00} }""", ("k", "v\""));

        Assert.Empty(result.Problems);
        Assert.Equal(
            """{"a":"x q\"\\\n","b":123456789012345678901234567890,"c":{"k": 1.00},"d":"q\"\\\n","e":null,"s":1795369590,"z":"v\""}""",
            Build.Body(result));
    }

    [Fact]
    public void Build_HeaderWithALineBreak_IsInvalidInputNamingIt()
    {
        var definition = Build.Definition("""
            "headers": [ { "name": "X-Note", "value": { "from": "caller", "input": "note" } } ]
            """);

        var problem = Assert.Single(Build.Run(definition, """{ "note": "a\r\nX-Injected: 1" }""").Problems);

        Assert.Equal("inputs.note", problem.Path);
        Assert.Contains("\"X-Note\" holds a line break", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("138 0013 8000", "+8613800138000")]
    [InlineData("0044 20 7946 0958", "+442079460958")]
    public void Build_PhoneNormalized_IsE164(string given, string sent)
    {
        var definition = Build.Definition("""
            "parameters": [ { "name": "tel", "in": "query", "normalize": "e164", "value": { "from": "system", "name": "call.from" } } ]
            """);

        Assert.Equal(
            "/?tel=" + Uri.EscapeDataString(sent),
            Build.Run(definition, $$"""{ "ivr_customer_number": "{{given}}" }""").Request!.Target.Reveal());
    }

    [Fact]
    public void Build_SystemVariables_AreOfOneMoment()
    {
        var definition = Build.Definition("""
            "url": "{{system.sandbox.url}}/echo",
            "parameters": [
              { "name": "n", "in": "query", "value": { "from": "system", "name": "now" } },
              { "name": "t", "in": "query", "type": "date", "format": "dd.MM.yyyy", "value": { "from": "system", "name": "today" } },
              { "name": "m", "in": "query", "value": { "from": "system", "name": "unixMillis" } } ]
            """);

        var request = Build.Run(definition).Request!;

        Assert.Equal("/echo?n=2026-11-22T17%3A46%3A30Z&t=22.11.2026&m=1795369590000", request.Target.Reveal());
        Assert.Equal("127.0.0.1:9100", request.Headers[0].Value.Reveal());
    }

    [Fact]
    public void Build_SandboxOff_SaysSo()
    {
        var result = Build.Builder().Build(Build.Definition("\"url\": \"{{system.sandbox.url}}/echo\""), new BuildInputs());

        Assert.Null(result.Request);
        Assert.Contains("sandbox is off", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_Multipart_IsTheSameTwice()
    {
        var definition = Build.Definition("""
            "method": "POST", "body": { "kind": "multipart" },
            "parameters": [ { "name": "f", "in": "body", "type": "file", "value": { "from": "caller" } } ]
            """);
        const string Inputs = """{ "f": { "fileName": "a\"b.txt", "contentType": "text/plain", "base64": "aGk=" } }""";

        var first = RequestTextWriter.WriteBytes(Build.Run(definition, Inputs).Request!);

        Assert.Equal(first, RequestTextWriter.WriteBytes(Build.Run(definition, Inputs).Request!));
        Assert.Contains("filename=\"a\\\"b.txt\"\r\nContent-Type: text/plain\r\n\r\nhi\r\n", System.Text.Encoding.UTF8.GetString(first), StringComparison.Ordinal);
    }
}
