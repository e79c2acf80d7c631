using ApiAdmin.Core.Invocation.Outbound;

namespace ApiAdmin.Tests.Invocation.Outbound;

public sealed class OutboundOptionsTests
{
    private readonly OutboundOptionsValidator validator = new();

    [Fact]
    public void Defaults_NothingConfigured_AreThoseOfTheContractAndValid()
    {
        var options = new OutboundOptions();

        Assert.Equal((5_000, 60_000, null, 0), (options.DefaultTimeoutMs, options.MaxTimeoutMs, options.Proxy, options.Allow.Count));
        Assert.True(validator.Validate(null, options).Succeeded);
    }

    [Theory]
    [InlineData("10.1.2.0/24:8443")]
    [InlineData("127.0.0.1:9101")]
    [InlineData("[fd00:1::/64]:8443")]
    [InlineData("[::1]:9101")]
    [InlineData("crm.internal:8080")]
    public void Validate_UsableAllowEntry_Passes(string entry) =>
        Assert.True(validator.Validate(null, new OutboundOptions { Allow = [entry] }).Succeeded);

    [Theory]
    [InlineData("10.1.2.0/24")]
    [InlineData("10.1.2.1/24:8443")]
    [InlineData("10.1.2.0/24:0")]
    [InlineData("10.1.2.0/24:70000")]
    [InlineData("010.0.0.1:80")]
    [InlineData("*:80")]
    [InlineData("")]
    public void Validate_UnusableAllowEntry_NamesTheSettingAndTheEntry(string entry)
    {
        var result = validator.Validate(null, new OutboundOptions { Allow = ["127.0.0.1:9101", entry] });

        Assert.StartsWith($"Outbound:Allow:1 is \"{entry}\": ", Assert.Single(result.Failures!));
    }

    [Fact]
    public void Validate_SeveralBadSettings_AreToldTogether()
    {
        var result = validator.Validate(null, new OutboundOptions { Allow = ["x"], Proxy = "socks5://p:1", DefaultTimeoutMs = 0, MaxTimeoutMs = 0 });

        Assert.Equal(["Outbound:Allow:0", "Outbound:Proxy", "Outbound:DefaultTimeoutMs", "Outbound:MaxTimeoutMs"], result.Failures!.Select(f => f.Split(' ')[0]));
    }

    [Fact]
    public void Deadline_LongerThanTheHighest_IsCutToIt() =>
        Assert.Equal(TimeSpan.FromSeconds(60), new OutboundOptions().Deadline(3_600_000));
}
