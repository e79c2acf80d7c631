using ApiAdmin.Core.Data;
using ApiAdmin.Web;
using ApiAdmin.Web.Operations;

namespace ApiAdmin.Tests.Operations;

public sealed class SettingsTests
{
    [Fact]
    public void Defaults_AreThoseOfTheContract()
    {
        var options = new WebOptions();
        Assert.Equal("http://127.0.0.1:5080", options.Urls);
        Assert.Equal("", options.PublicUrl);
        Assert.Empty(options.ForwardedHeaders.KnownProxies);
        Assert.Equal(new RateLimitOptions { PerSecond = 500, AnonymousPerSecond = 100, SignInPerMinute = 20, CircuitsPerUser = 20 }, options.RateLimits);
        Assert.True(new WebOptionsValidator().Validate(null, options).Succeeded);
    }

    [Theory]
    [InlineData("Urls", "nowhere")]
    [InlineData("PublicUrl", "ftp://example.com")]
    [InlineData("PublicUrl", "https://example.com/path")]
    [InlineData("ForwardedHeaders:KnownProxies:0", "proxy")]
    [InlineData("RateLimits:PerSecond", "0")]
    [InlineData("RateLimits:PerSecond", "many")]
    [InlineData("Outbound:Allow:0", "nonsense")]
    [InlineData("Storage:Provider", "Oracle")]
    [InlineData("Sandbox:Enabled", "perhaps")]
    [InlineData("Security:RequireMfa", "sometimes")]
    [InlineData("History:RetentionDays", "-1")]
    [InlineData("Health:DrainSeconds", "99")]
    public void Create_BadValue_RefusesAndNamesTheSetting(string name, string value)
    {
        var refusal = Assert.Throws<StartRefusedException>(() => Program.Create([$"--{name}={value}"]));
        Assert.Contains(name.Replace(":0", "", StringComparison.Ordinal), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_SeveralBadValues_NamesThemAllAtOnce()
    {
        var refusal = Assert.Throws<StartRefusedException>(() => Program.Create(["--Storage:Provider=Oracle", "--PublicUrl=x", "--Outbound:MaxTimeoutMs=0"]));
        Assert.Contains("Storage:Provider", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("PublicUrl", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Outbound:MaxTimeoutMs", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\r\nb", "a\\u000d\\u000ab")]
    [InlineData("\u001b[31mred", "\\u001b[31mred")]
    [InlineData("plain 中文", "plain 中文")]
    public void LogText_ControlCharacters_AreEscaped(string text, string safe) => Assert.Equal(safe, LogText.OneLine(text));
}
