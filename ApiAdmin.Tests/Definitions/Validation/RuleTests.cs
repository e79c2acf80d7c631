using ApiAdmin.Core.Definitions.Validation;

namespace ApiAdmin.Tests.Definitions.Validation;

/// <summary>One broken thing at a time: where it is told, by which code, and with which cure.</summary>
public sealed class RuleTests
{
    [Theory]
    [InlineData("\"key\":\"\"", "key", "required", "order-status")]
    [InlineData("\"key\":\"Order\"", "key", "invalidCharacter", "lower-case")]
    [InlineData("\"key\":\"a--b\"", "key", "invalidCharacter", "single hyphens")]
    [InlineData("\"key\":\"-a\"", "key", "invalidCharacter", "single hyphens")]
    [InlineData("\"key\":\"new\"", "key", "notAllowed", "choose another")]
    [InlineData("\"key\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"", "key", "tooLong", "65 characters; at most 64")]
    [InlineData("\"name\":\"  \"", "name", "required", "name is missing")]
    [InlineData("\"name\":\"a\\nb\"", "name", "invalidCharacter", "U+000A at position 2")]
    [InlineData("\"description\":\"a\\u0007\"", "description", "invalidCharacter", "U+0007")]
    [InlineData("\"category\":\"a\\tb\"", "category", "invalidCharacter", "U+0009")]
    [InlineData("\"method\":\"get\"", "method", "unknownValue", "Did you mean \"GET\"?")]
    [InlineData("\"method\":\"CONNECT\"", "method", "notAllowed", "Allowed: GET, HEAD")]
    [InlineData("\"url\":\"https://a.example/{id}\"", "url", "noSuchParam", "Add a Request param of that name")]
    [InlineData("\"parameters\":[{\"name\":\"id\",\"in\":\"path\"}]", "parameters[0].name", "noSuchParam", "write {id} where it belongs")]
    [InlineData("\"limits\":{\"timeoutMs\":99}", "limits.timeoutMs", "outOfRange", "from 100 to 60000")]
    [InlineData("\"limits\":{\"timeoutMs\":60001}", "limits.timeoutMs", "outOfRange", "from 100 to 60000")]
    [InlineData("\"limits\":{\"maxBodyBytes\":0}", "limits.maxBodyBytes", "outOfRange", "from 1 to 268435456")]
    [InlineData("\"limits\":{\"followRedirects\":6}", "limits.followRedirects", "outOfRange", "from 0 to 5")]
    [InlineData("\"response\":{\"charset\":\"klingon\"}", "response.charset", "unknownValue", "\"klingon\" is not known")]
    [InlineData("\"response\":{\"charset\":\"utf-7\"}", "response.charset", "unknownValue", "\"utf-7\" is not known")]
    [InlineData("\"samples\":[{\"name\":\"a\"},{\"name\":\"a\"}]", "samples[1].name", "duplicate", "two samples")]
    [InlineData("\"samples\":[{\"name\":\"a\",\"status\":42}]", "samples[0].status", "outOfRange", "42 is no HTTP status")]
    [InlineData("\"cases\":[{\"name\":\"\"}]", "cases[0].name", "required", "case's name")]
    [InlineData("\"cases\":[{\"name\":\"a\",\"expect\":{\"maxDurationMs\":0}}]", "cases[0].expect.maxDurationMs", "outOfRange", "more than 0")]
    public void Basics(string member, string path, string code, string cure) => AssertOnly(member, path, code, cure);

    [Theory]
    [InlineData("{\"name\":\"\"}", "headers[0].name", "required", "name is missing")]
    [InlineData("{\"name\":\"X Tenant\"}", "headers[0].name", "invalidCharacter", "\" \" cannot stand in it")]
    [InlineData("{\"name\":\"X:\"}", "headers[0].name", "invalidCharacter", "\":\" cannot stand in it")]
    [InlineData("{\"name\":\"Ключ\"}", "headers[0].name", "invalidCharacter", "cannot stand in it")]
    [InlineData("{\"name\":\"host\"}", "headers[0].name", "notAllowed", "set by ApiAdmin itself")]
    [InlineData("{\"name\":\"Content-Length\"}", "headers[0].name", "notAllowed", "set by ApiAdmin itself")]
    [InlineData("{\"name\":\"Transfer-Encoding\"}", "headers[0].name", "notAllowed", "set by ApiAdmin itself")]
    [InlineData("{\"name\":\"Connection\"}", "headers[0].name", "notAllowed", "set by ApiAdmin itself")]
    [InlineData("{\"name\":\"TE\"}", "headers[0].name", "notAllowed", "set by ApiAdmin itself")]
    [InlineData("{\"name\":\"Upgrade\"}", "headers[0].name", "notAllowed", "set by ApiAdmin itself")]
    [InlineData("{\"name\":\"Expect\"}", "headers[0].name", "notAllowed", "set by ApiAdmin itself")]
    [InlineData("{\"name\":\"Trailer\"}", "headers[0].name", "notAllowed", "set by ApiAdmin itself")]
    [InlineData("{\"name\":\"proxy-authorization\"}", "headers[0].name", "notAllowed", "set by ApiAdmin itself")]
    [InlineData("{\"name\":\"Keep-Alive\"}", "headers[0].name", "notAllowed", "set by ApiAdmin itself")]
    [InlineData("{\"name\":\"X-A\",\"value\":{\"from\":\"constant\",\"value\":\"a\"}},{\"name\":\"x-a\",\"value\":{\"from\":\"constant\",\"value\":\"b\"}}", "headers[1].name", "duplicate", "case does not count")]
    [InlineData("{\"name\":\"X-A\",\"value\":{\"from\":\"constant\",\"value\":\"a\\r\\nX-B: c\"}}", "headers[0].value.value", "invalidCharacter", "line break")]
    [InlineData("{\"name\":\"X-A\",\"value\":{\"from\":\"constant\",\"value\":\" a\"}}", "headers[0].value.value", "invalidCharacter", "begins or ends with a space")]
    [InlineData("{\"name\":\"X-A\",\"value\":{\"from\":\"constant\",\"value\":\"a\\u0001\"}}", "headers[0].value.value", "invalidCharacter", "U+0001")]
    [InlineData("{\"name\":\"X-A\",\"type\":\"object\"}", "headers[0].type", "notAllowed", "use string")]
    [InlineData("{\"name\":\"Content-Type\",\"value\":{\"from\":\"constant\",\"value\":\"text/plain\"}}", "headers[0].name", "notAllowed", "the body's kind is none")]
    [InlineData("{\"name\":\"X-A\",\"value\":{\"from\":\"system\",\"name\":\"nwo\"}}", "headers[0].value.name", "unknownValue", "Did you mean \"now\"?")]
    [InlineData("{\"name\":\"X-A\",\"value\":{\"from\":\"secret\",\"name\":\"a b\"}}", "headers[0].value.name", "invalidCharacter", "no secret's name")]
    [InlineData("{\"name\":\"X-A\",\"value\":{\"from\":\"secret\",\"name\":\"\"}}", "headers[0].value.name", "required", "choose one")]
    [InlineData("{\"name\":\"X-A\",\"value\":{\"from\":\"constant\",\"value\":\"{{tenant}}\"}}", "headers[0].value.value", "noSuchParam", "names no input")]
    [InlineData("{\"name\":\"X-A\",\"value\":{\"from\":\"constant\",\"value\":\"{{tenant\"}}", "headers[0].value.value", "malformed", "Line 1, column 1")]
    [InlineData("{\"name\":\"X-A\",\"value\":{\"from\":\"constant\",\"value\":\"{{system.uid}}\"}}", "headers[0].value.value", "unknownValue", "Did you mean \"uuid\"?")]
    public void Headers(string rows, string path, string code, string cure) => AssertOnly($"\"headers\":[{rows}]", path, code, cure);

    [Theory]
    [InlineData("{\"name\":\"\",\"in\":\"query\"}", "parameters[0].name", "required", "name is missing")]
    [InlineData("{\"name\":\"a\",\"in\":\"query\"},{\"name\":\"a\",\"in\":\"query\",\"value\":{\"from\":\"caller\",\"input\":\"b\"}}", "parameters[1].name", "duplicate", "in the query twice")]
    [InlineData("{\"name\":\"a\",\"in\":\"query\"},{\"name\":\"b\",\"in\":\"query\",\"value\":{\"from\":\"caller\",\"input\":\"a\"}}", "parameters[1].value.input", "duplicate", "also asked for by parameters[0]")]
    [InlineData("{\"name\":\"call.from\",\"in\":\"query\"},{\"name\":\"b\",\"in\":\"query\",\"value\":{\"from\":\"system\",\"name\":\"ivr_customer_number\"}}", "parameters[0].name", "duplicate", "call variable")]
    [InlineData("{\"name\":\"secrets.a\",\"in\":\"query\"}", "parameters[0].name", "notAllowed", "cannot begin with \"secrets.\"")]
    [InlineData("{\"name\":\"a\",\"in\":\"body\"}", "parameters[0].in", "notAllowed", "the body's kind is none")]
    [InlineData("{\"name\":\"a\",\"in\":\"query\",\"type\":\"file\"}", "parameters[0].type", "notAllowed", "multipart")]
    [InlineData("{\"name\":\"a\",\"in\":\"query\",\"type\":\"object\"}", "parameters[0].type", "notAllowed", "put it in the body")]
    [InlineData("{\"name\":\"a\",\"in\":\"query\",\"type\":\"integer\",\"value\":{\"from\":\"constant\",\"value\":\"x\"}}", "parameters[0].value.value", "wrongType", "give a whole number")]
    [InlineData("{\"name\":\"a\",\"in\":\"query\",\"type\":\"integer\",\"default\":1.5}", "parameters[0].default", "wrongType", "\"1.5\" of \"a\" does not fit its type integer")]
    [InlineData("{\"name\":\"a\",\"in\":\"query\",\"type\":\"boolean\",\"default\":\"yes\"}", "parameters[0].default", "wrongType", "give true or false")]
    [InlineData("{\"name\":\"a\",\"in\":\"query\",\"type\":\"date\",\"example\":\"31.01.2026\"}", "parameters[0].example", "wrongType", "2026-01-31")]
    [InlineData("{\"name\":\"a\",\"in\":\"query\",\"type\":\"array\",\"default\":\"[1\"}", "parameters[0].default", "wrongType", "a list")]
    [InlineData("{\"name\":\"a\",\"in\":\"query\",\"default\":{}}", "parameters[0].default", "wrongType", "a text in quotes")]
    [InlineData("{\"name\":\"a\",\"in\":\"query\",\"type\":\"date\",\"format\":\"d\"}", "parameters[0].format", "malformed", "yyyy-MM-dd")]
    public void Params(string rows, string path, string code, string cure) => AssertOnly($"\"parameters\":[{rows}]", path, code, cure);

    [Theory]
    [InlineData("\"body\":{\"kind\":\"jsonTemplate\"}", "body.template", "required", "template is missing")]
    [InlineData("\"body\":{\"kind\":\"jsonTemplate\",\"template\":\"{\\\"a\\\":}\"}", "body.template", "malformed", "Line 1, column 6")]
    [InlineData("\"body\":{\"kind\":\"jsonTemplate\",\"template\":\"{\\\"a\\\":{{x}}}\"}", "body.template", "noSuchParam", "There are no inputs yet")]
    [InlineData("\"body\":{\"kind\":\"xml\",\"template\":\"<a>\\n<b></a>\"}", "body.template", "malformed", "Line 2")]
    [InlineData("\"body\":{\"kind\":\"xml\",\"template\":\"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a/>\"}", "body.template", "malformed", "DTD")]
    [InlineData("\"body\":{\"kind\":\"text\",\"template\":\"{{secrets.a b}}\"}", "body.template", "invalidCharacter", "no secret's name")]
    [InlineData("\"body\":{\"kind\":\"json\",\"contentType\":\"json\"}", "body.contentType", "malformed", "no media type")]
    [InlineData("\"body\":{\"kind\":\"json\",\"contentType\":\"application/json; charset\"}", "body.contentType", "malformed", "no media type")]
    [InlineData("\"body\":{\"contentType\":\"application/json\"}", "body.contentType", "notAllowed", "kind is none")]
    [InlineData("\"body\":{\"kind\":\"multipart\",\"contentType\":\"application/json\"}", "body.contentType", "notAllowed", "multipart/")]
    [InlineData("\"body\":{\"kind\":\"json\",\"contentType\":\"application/json\"},\"headers\":[{\"name\":\"content-type\",\"value\":{\"from\":\"constant\",\"value\":\"text/plain\"}}]", "headers[0].name", "duplicate", "given twice")]
    [InlineData("\"body\":{\"kind\":\"json\"},\"parameters\":[{\"name\":\"a\",\"in\":\"body\"},{\"name\":\"a.b\",\"in\":\"body\"}]", "parameters[1].name", "duplicate", "nests inside \"a\"")]
    [InlineData("\"body\":{\"kind\":\"json\"},\"parameters\":[{\"name\":\"a..b\",\"in\":\"body\"}]", "parameters[0].name", "malformed", "dots nest")]
    [InlineData("\"body\":{\"kind\":\"form\"},\"parameters\":[{\"name\":\"a\",\"in\":\"body\",\"type\":\"file\"}]", "parameters[0].type", "notAllowed", "multipart")]
    [InlineData("\"auth\":{\"kind\":\"bearer\",\"secret\":\"\"}", "auth.secret", "required", "choose one")]
    [InlineData("\"auth\":{\"kind\":\"basic\",\"username\":\"a:b\",\"secret\":\"s\"}", "auth.username", "invalidCharacter", "colon")]
    [InlineData("\"auth\":{\"kind\":\"basic\",\"username\":\"\",\"secret\":\"s\"}", "auth.username", "required", "user name")]
    [InlineData("\"auth\":{\"kind\":\"apiKey\",\"name\":\"X Key\",\"secret\":\"s\"}", "auth.name", "invalidCharacter", "no header name")]
    [InlineData("\"auth\":{\"kind\":\"apiKey\",\"name\":\"Host\",\"secret\":\"s\"}", "auth.name", "notAllowed", "set by ApiAdmin")]
    [InlineData("\"auth\":{\"kind\":\"apiKey\",\"name\":\"k\",\"in\":\"query\",\"secret\":\"s\"},\"parameters\":[{\"name\":\"k\",\"in\":\"query\"}]", "auth.name", "duplicate", "so does a Request param")]
    [InlineData("\"auth\":{\"kind\":\"bearer\",\"secret\":\"s\"},\"headers\":[{\"name\":\"authorization\",\"value\":{\"from\":\"constant\",\"value\":\"x\"}}]", "auth.kind", "duplicate", "so does a Header param")]
    public void BodyAndAuthentication(string member, string path, string code, string cure) => AssertOnly(member, path, code, cure);

    [Theory]
    [InlineData("\"outputs\":[{\"name\":\"\",\"path\":\"$\"}]", "outputs[0].name", "required", "name is missing")]
    [InlineData("\"outputs\":[{\"name\":\"a b\",\"path\":\"$\"}]", "outputs[0].name", "invalidCharacter", "no name for an output")]
    [InlineData("\"outputs\":[{\"name\":\"a\",\"path\":\"$\"},{\"name\":\"a\",\"path\":\"$\"}]", "outputs[1].name", "duplicate", "two outputs")]
    [InlineData("\"outputs\":[{\"name\":\"a\",\"path\":\"item\"}]", "outputs[0].path", "malformed", "expected $ at the beginning")]
    [InlineData("\"outputs\":[{\"name\":\"a\",\"path\":\"$.items[*\"}]", "outputs[0].path", "malformed", "expected ], but the path ends")]
    [InlineData("\"outputs\":[{\"name\":\"a\",\"from\":\"xml\",\"path\":\"/a\"}]", "outputs[0].from", "notYetSupported", "xml are not built yet")]
    [InlineData("\"outputs\":[{\"name\":\"a\",\"from\":\"regex\",\"path\":\"a\"}]", "outputs[0].from", "notYetSupported", "json, header and status are")]
    [InlineData("\"outputs\":[{\"name\":\"a\",\"from\":\"header\",\"path\":\"\"}]", "outputs[0].path", "malformed", "no header name")]
    [InlineData("\"outputs\":[{\"name\":\"a\",\"from\":\"status\",\"path\":\"$\"}]", "outputs[0].path", "notAllowed", "leave the path empty")]
    [InlineData("\"outputs\":[{\"name\":\"a\",\"path\":\"$\",\"type\":\"file\"}]", "outputs[0].type", "notAllowed", "use string")]
    [InlineData("\"outputs\":[{\"name\":\"a\",\"path\":\"$\",\"type\":\"integer\",\"default\":\"x\"}]", "outputs[0].default", "wrongType", "does not fit its type integer")]
    [InlineData("\"success\":{\"status\":[]}", "success.status", "required", "add 2xx")]
    [InlineData("\"success\":{\"status\":[\"2xx\",\"200-204\"]}", "success.status[1]", "malformed", "one in each entry")]
    [InlineData("\"success\":{\"status\":[\"600\"]}", "success.status[0]", "malformed", "200 to 599")]
    [InlineData("\"success\":{\"notFound\":{\"status\":[\"x\"]}}", "success.notFound.status[0]", "malformed", "no status")]
    [InlineData("\"success\":{\"message\":\"msg\"}", "success.message", "malformed", "expected $ at the beginning")]
    public void OutputsAndStatus(string member, string path, string code, string cure) => AssertOnly(member, path, code, cure);

    [Theory]
    [InlineData("{\"path\":\"a\",\"op\":\"exists\"}", "path", "malformed", "expected $ at the beginning")]
    [InlineData("{\"path\":\"$.a\",\"op\":\"eq\"}", "value", "required", "missingOrNull")]
    [InlineData("{\"path\":\"$.a\",\"op\":\"exists\",\"value\":1}", "value", "notAllowed", "leave the value out")]
    [InlineData("{\"path\":\"$.a\",\"op\":\"gt\",\"value\":\"x\"}", "value", "wrongType", "give a number")]
    [InlineData("{\"path\":\"$.a\",\"op\":\"in\",\"value\":\"x\"}", "value", "wrongType", "list of values")]
    [InlineData("{\"path\":\"$.a\",\"op\":\"in\",\"value\":[]}", "value", "wrongType", "list of values")]
    [InlineData("{\"path\":\"$.a\",\"op\":\"contains\",\"value\":1}", "value", "wrongType", "text in quotes")]
    [InlineData("{\"path\":\"$.a\",\"op\":\"matches\",\"value\":\"(\"}", "value", "malformed", "no regular expression")]
    [InlineData("{\"path\":\"$.a\",\"op\":\"matches\",\"value\":\"(?=a)b\"}", "value", "notAllowed", "lookarounds")]
    public void BodyRules(string rule, string member, string code, string cure)
    {
        AssertOnly($"\"success\":{{\"rules\":[{rule}]}}", $"success.rules[0].{member}", code, cure);
        AssertOnly($"\"success\":{{\"notFound\":{{\"rules\":[{{\"path\":\"$.z\",\"op\":\"eq\",\"value\":1}},{rule}]}}}}", $"success.notFound.rules[1].{member}", code, cure);
    }

    [Theory]
    [InlineData("\"parameters\":[{\"name\":\"a\",\"in\":\"query\",\"enabled\":false},{\"name\":\"a\",\"in\":\"query\"}]")]
    [InlineData("\"parameters\":[{\"name\":\"a\",\"in\":\"query\",\"type\":\"integer\",\"default\":\"42\"}]")]
    [InlineData("\"parameters\":[{\"name\":\"a\",\"in\":\"query\",\"type\":\"date\",\"format\":\"dd.MM.yyyy\",\"default\":\"31.01.2026\"}]")]
    [InlineData("\"parameters\":[{\"name\":\"a\",\"in\":\"query\",\"type\":\"integer\",\"value\":{\"from\":\"constant\",\"value\":\"{{b}}\"}},{\"name\":\"b\",\"in\":\"query\"}]")]
    [InlineData("\"parameters\":[{\"name\":\"a\",\"in\":\"query\",\"value\":{\"from\":\"system\",\"name\":\"call.from\"}},{\"name\":\"b\",\"in\":\"query\",\"value\":{\"from\":\"system\",\"name\":\"ivr_customer_number\"}}]")]
    [InlineData("\"headers\":[{\"name\":\"X-A\",\"value\":{\"from\":\"constant\",\"value\":\"\"}}]")]
    [InlineData("\"headers\":[{\"name\":\"X-A\",\"value\":{\"from\":\"constant\",\"value\":\"你好\\tworld\"}}]")]
    [InlineData("\"body\":{\"kind\":\"json\",\"contentType\":\"application/vnd.x+json; charset=\\\"utf-8\\\"\"},\"method\":\"POST\"")]
    [InlineData("\"response\":{\"charset\":\"utf8\"}")]
    [InlineData("\"response\":{\"charset\":\"windows-1256\"}")]
    [InlineData("\"outputs\":[{\"name\":\"订单\",\"path\":\"$.a['b c'][0]\"},{\"name\":\"s\",\"from\":\"status\",\"type\":\"integer\"}]")]
    [InlineData("\"success\":{\"status\":[\"200\",\"3xx\"],\"rules\":[{\"path\":\"$.a\",\"op\":\"gt\",\"value\":1e400},{\"path\":\"$.a\",\"op\":\"in\",\"value\":[1,\"1\"]}]}")]
    public void Accepted(string member) => Assert.Empty(DefinitionValidator.Validate(ValidDefinition.With(member)).Findings);

    private static void AssertOnly(string member, string path, string code, string cure)
    {
        var finding = Assert.Single(DefinitionValidator.Validate(ValidDefinition.With(member)).Findings);

        Assert.Equal((path, code), (finding.Path, finding.Code));
        Assert.Contains(cure, finding.Message);
    }
}
