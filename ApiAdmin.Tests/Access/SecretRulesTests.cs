using ApiAdmin.Core.Access;

namespace ApiAdmin.Tests.Access;

public sealed class SecretRulesTests
{
    [Theory]
    [InlineData("crm.example.com")]
    [InlineData("crm.example.com:8443")]
    [InlineData("10.1.2.3")]
    [InlineData("[2001:db8::1]:8443")]
    [InlineData("xn--mnchen-3ya.example")]
    [InlineData("localhost:9101")]
    public void CheckHosts_CanonicalHost_IsKept(string host)
    {
        var findings = new List<ApiAdmin.Core.Finding>();

        Assert.Equal([host], SecretRules.CheckHosts([host], findings));
        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("https://crm.example.com", "no URL")]
    [InlineData("crm.example.com/path", "no URL")]
    [InlineData("user@crm.example.com", "no URL")]
    [InlineData("*.example.com", "List each host")]
    [InlineData("münchen.example", "xn--mnchen-3ya.example")]
    [InlineData("0x7f.1", "127.0.0.1")]
    [InlineData("010.0.0.1", "8.0.0.1")]
    [InlineData("crm.example.com:0443", "crm.example.com:443")]
    [InlineData("crm.example.com.", "no host")]
    [InlineData("crm.example.com:99999", "no host")]
    [InlineData("", "no host")]
    [InlineData("\u0348n\u0332\u0301", "no host")]
    [InlineData("a\r\nb", "no host")]
    public void CheckHosts_AnythingElse_IsRefusedWithACure(string host, string cure)
    {
        var findings = new List<ApiAdmin.Core.Finding>();

        Assert.Empty(SecretRules.CheckHosts([host], findings));
        Assert.Contains(cure, Assert.Single(findings).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData(" a")]
    [InlineData("a\ud800b")]
    public void CheckValue_Unsendable_IsRefused(string value) => Assert.NotEmpty(SecretRules.CheckValue(value));

    [Fact]
    public void CheckValue_EightKibibytes_IsTheMost()
    {
        Assert.Empty(SecretRules.CheckValue(new string('x', 8192)));
        Assert.Single(SecretRules.CheckValue(new string('x', 8193)));
    }

    [Theory]
    [InlineData("Orders")]
    [InlineData("a--b")]
    [InlineData("-a")]
    [InlineData("a b")]
    [InlineData("")]
    public void CheckName_NoSlug_IsRefused(string name) => Assert.Single(SecretRules.CheckName(name));
}
