using ApiAdmin.Core.Definitions.Urls;

namespace ApiAdmin.Tests.Definitions;

public sealed class UrlTemplateTests
{
    [Theory]
    [InlineData("https://crm.example.com", "https", "crm.example.com", null, "", null)]
    [InlineData("http://crm.example.com:8080/a/{id}.json?x=1&y=", "http", "crm.example.com", 8080, "/a/ {id} .json", "x=1&y=")]
    [InlineData("https://203.0.113.7/", "https", "203.0.113.7", null, "/", null)]
    [InlineData("https://[2001:db8::1]:8443/x", "https", "[2001:db8::1]", 8443, "/x", null)]
    [InlineData("https://bücher.example/订单/{编号}", "https", "bücher.example", null, "/订单/ {编号}", null)]
    [InlineData("https://my_service/x?", "https", "my_service", null, "/x", "")]
    [InlineData("https://CRM.Example.com/x", "https", "CRM.Example.com", null, "/x", null)]
    [InlineData("https://xn--bcher-kva.example/%2F", "https", "xn--bcher-kva.example", null, "/%2F", null)]
    public void Parse_Good_GivesTheParts(string url, string scheme, string host, int? port, string path, string? query)
    {
        var template = UrlTemplate.Parse(url, out var faults);

        Assert.Empty(faults);
        Assert.Equal((scheme, host, port, query), (template.Scheme, template.Host, template.Port, template.Query));
        Assert.Equal(path, string.Join(' ', template.Path.Select(Describe)));
    }

    [Theory]
    [InlineData("{{system.sandbox.url}}")]
    [InlineData("{{system.sandbox.url}}/orders/{id}")]
    [InlineData("{{system.sandbox.url}}?a=1")]
    public void Parse_Sandbox_IsKnown(string url)
    {
        Assert.True(UrlTemplate.Parse(url, out var faults).IsSandbox);
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("", "required", "missing")]
    [InlineData("crm.example.com/x", "malformed", "begin with http://")]
    [InlineData("/orders", "malformed", "begin with http://")]
    [InlineData("HTTPS://crm.example.com/", "malformed", "lower case: \"https://crm.example.com/\"")]
    [InlineData("ftp://crm.example.com/", "notAllowed", "only http and https")]
    [InlineData("file:///etc/passwd", "notAllowed", "only http and https")]
    [InlineData("https://", "required", "host is missing")]
    [InlineData("https:///x", "required", "host is missing")]
    [InlineData("https://good@127.0.0.1/", "notAllowed", "Authentication")]
    [InlineData("https://a.example/x#top", "notAllowed", "\"#top\"")]
    [InlineData("https://a.example/{id", "malformed", "column 19")]
    [InlineData("https://a.example/{a/b}", "malformed", "column 19")]
    [InlineData("https://a.example/id}", "malformed", "column 21")]
    [InlineData("https://a.example/{}", "malformed", "proper name")]
    [InlineData("https://a.example/{{x}}", "notAllowed", "column 19")]
    [InlineData("https://{host}/", "notAllowed", "only stands in the path")]
    [InlineData("https://{{system.sandbox.url}}/", "notAllowed", "only stands in the path")]
    [InlineData("https://a.example/?q={id}", "notAllowed", "Make it a Request param")]
    [InlineData("{{system.sandbox.url}}.evil.example/", "malformed", "has to follow")]
    [InlineData("{{system.sandbox.url}}@evil.example/", "malformed", "has to follow")]
    [InlineData("{{system.other}}/x", "malformed", "not an absolute URL")]
    [InlineData("https://a.example/../x", "notAllowed", "path segment \"..\"")]
    [InlineData("https://a.example/%2E%2e/x", "notAllowed", "path segment")]
    [InlineData("https://a.example/a b", "invalidCharacter", "write %20")]
    [InlineData("https://a.example/a%zz", "malformed", "column 20")]
    [InlineData("https://a.example:0/", "outOfRange", "1 to 65535")]
    [InlineData("https://a.example:65536/", "outOfRange", "1 to 65535")]
    [InlineData("https://a.example:/", "outOfRange", "1 to 65535")]
    [InlineData("https://a.example:+80/", "outOfRange", "1 to 65535")]
    [InlineData("https://a.example:080/", "outOfRange", "1 to 65535")]
    [InlineData("https://-a-.example/", "malformed", "not a host name")]
    [InlineData("https://a..example/", "malformed", "not a host name")]
    public void Parse_Bad_SaysWhatAndHow(string url, string code, string sentence)
    {
        UrlTemplate.Parse(url, out var faults);

        var fault = Assert.Single(faults);
        Assert.Equal(code, fault.Code);
        Assert.Contains(sentence, fault.Message);
    }

    [Theory]
    [InlineData("010.0.0.1", "8.0.0.1")]
    [InlineData("0x7f000001", "127.0.0.1")]
    [InlineData("2130706433", "127.0.0.1")]
    [InlineData("127.1", "127.0.0.1")]
    [InlineData("１２７.0.0.1", "127.0.0.1")]
    [InlineData("①②⑦.0.0.1", "127.0.0.1")]
    [InlineData("127。0。0。1", "127.0.0.1")]
    [InlineData("exam\u00ADple.com", "example.com")]
    [InlineData("example.com.", "example.com")]
    [InlineData("[2001:db8:0::1]", "[2001:db8::1]")]
    [InlineData("[::ffff:7f00:1]", "[::ffff:127.0.0.1]")]
    public void Parse_HostNotInItsOneForm_ShowsTheCanonicalUrl(string host, string canonical)
    {
        UrlTemplate.Parse($"https://{host}/x", out var faults);

        Assert.Contains($"https://{canonical}/", Assert.Single(faults).Message);
    }

    [Theory]
    [InlineData("1.2.3.256")]
    [InlineData("1.2.3.4.5")]
    [InlineData("a.example.1")]
    [InlineData("[fe80::1%25eth0]")]
    [InlineData("[::1")]
    [InlineData("127%2e0.0.1")]
    public void Parse_NoHost_IsRefused(string host)
    {
        UrlTemplate.Parse($"https://{host}/", out var faults);

        Assert.Equal("malformed", Assert.Single(faults).Code);
    }

    private static string Describe(PathPart part) => part is PathName name ? $"{{{name.Name}}}" : ((PathLiteral)part).Text;
}
