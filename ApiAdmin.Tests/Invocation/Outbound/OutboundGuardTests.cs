using System.Net;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.Outbound;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.Options;

namespace ApiAdmin.Tests.Invocation.Outbound;

public sealed class OutboundGuardTests
{
    [Theory]
    [InlineData("10.1.2.7", 8443, "10.1.2.0/24:8443")]
    [InlineData("10.1.2.7", 22, null)]
    [InlineData("10.1.3.7", 8443, null)]
    public void CheckAddresses_AllowedNetwork_OpensOnlyItsPort(string address, int port, string? allowedBy)
    {
        var verdict = Guard("10.1.2.0/24:8443").CheckAddresses("crm.internal", port, [IPAddress.Parse(address)]);

        Assert.Equal((allowedBy is not null, allowedBy), (verdict.IsAllowed, verdict.AllowedBy));
    }

    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("100.100.100.200")]
    [InlineData("fd00:ec2::254")]
    public void CheckAddresses_MetadataInAnAllowedNetwork_StaysRefused(string address) =>
        Assert.Contains("cloud metadata", Guard("169.254.0.0/16:80", "100.64.0.0/10:80", "[fd00::/8]:80").CheckAddresses("x.example", 80, [IPAddress.Parse(address)]).Refusal);

    [Fact]
    public void CheckTarget_MetadataName_IsRefusedThoughAllowed() =>
        Assert.Contains("metadata", Guard("metadata.google.internal:80").CheckTarget(Transport.Request("http://metadata.google.internal/")).Refusal);

    [Fact]
    public void CheckAddresses_OnePrivateAnswerAmongPublic_RefusesAll() =>
        Assert.Contains("10.0.0.1", Guard().CheckAddresses("mixed.example", 443, [IPAddress.Parse("8.8.8.8"), IPAddress.Parse("10.0.0.1")]).Refusal);

    [Theory]
    [InlineData(80, true)]
    [InlineData(443, true)]
    [InlineData(8080, true)]
    [InlineData(22, false)]
    [InlineData(5432, false)]
    [InlineData(6379, false)]
    [InlineData(3306, false)]
    [InlineData(1433, false)]
    [InlineData(27017, false)]
    [InlineData(9200, false)]
    [InlineData(11211, false)]
    public void CheckAddresses_PublicAddress_OnlyOnPortsThatAreForTheWeb(int port, bool allowed) =>
        Assert.Equal(allowed, Guard().CheckAddresses("x.example", port, [IPAddress.Parse("8.8.8.8")]).IsAllowed);

    [Fact]
    public void CheckAddresses_OwnPortOnThisMachine_IsASelfConnectionThoughAllowed()
    {
        var guard = new OutboundGuard(Options.Create(new OutboundOptions { Allow = ["127.0.0.1:5080"] }), new NoSandbox(), new Listening(5080));

        Assert.Contains("self connection", guard.CheckAddresses("127.0.0.1", 5080, [IPAddress.Loopback]).Refusal);
        Assert.True(guard.CheckAddresses("x.example", 5080, [IPAddress.Parse("8.8.8.8")]).IsAllowed);
    }

    [Fact]
    public void CheckAddresses_Sandbox_IsLetThroughOnItsPortOnly()
    {
        var guard = new OutboundGuard(Options.Create(new OutboundOptions()), new SandboxAt(41_234), new NoListeners());

        Assert.Equal(OutboundGuard.SandboxRule, guard.CheckAddresses("127.0.0.1", 41_234, [IPAddress.Loopback]).AllowedBy);
        Assert.False(guard.CheckAddresses("127.0.0.1", 41_235, [IPAddress.Loopback]).IsAllowed);
    }

    [Fact]
    public void CheckAddresses_AddressWithAZone_IsRefusedThoughAllowed() =>
        Assert.False(Guard("[fe80::/10]:8080").CheckAddresses("x.example", 8080, [IPAddress.Parse("fe80::1%2")]).IsAllowed);

    [Theory]
    [InlineData("https://crm.example.com/", true)]
    [InlineData("https://crm.example.com:8443/", true)]
    [InlineData("https://evil.example.com/", false)]
    [InlineData("https://crm.example.com.evil.example/", false)]
    public void CheckTarget_SecretBoundToAHost_GoesNowhereElse(string url, bool allowed)
    {
        var request = Transport.Request(url) with { Secrets = [new UsedSecret("token", ["crm.example.com"])] };

        var verdict = Guard().CheckTarget(request);

        Assert.Equal(allowed, verdict.IsAllowed);
        Assert.True(allowed || verdict.Refusal!.Contains("secret \"token\"", StringComparison.Ordinal));
    }

    private static OutboundGuard Guard(params string[] allow) =>
        new(Options.Create(new OutboundOptions { Allow = allow }), new NoSandbox(), new NoListeners());

    private sealed class Listening(int port) : IOwnListeners
    {
        public bool ListensOn(int asked) => asked == port;
    }

    private sealed class SandboxAt(int port) : ISandboxAddress
    {
        public string? Url => $"http://127.0.0.1:{port}";

        public IPEndPoint? EndPoint => new(IPAddress.Loopback, port);
    }
}
