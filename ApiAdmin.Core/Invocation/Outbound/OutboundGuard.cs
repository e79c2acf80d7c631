using System.Collections.Immutable;
using System.Net;
using System.Net.NetworkInformation;
using ApiAdmin.Core.Definitions.Urls;
using Microsoft.Extensions.Options;

namespace ApiAdmin.Core.Invocation.Outbound;

/// <summary>
/// Decides where an outgoing call may go. The target's text is judged before anything is sent, the resolved addresses
/// where the connection is made; both are needed, as a name says nothing of the address it leads to.
/// </summary>
public sealed class OutboundGuard(IOptions<OutboundOptions> options, ISandboxAddress sandbox, IOwnListeners own)
{
    public const string SandboxRule = "sandbox";

    private readonly ImmutableArray<AllowRule> rules = [.. options.Value.Allow.Select(Parse)];

    /// <summary>Judges what is known before the name is resolved: scheme, host's form, metadata names, the secrets' hosts.</summary>
    public GuardVerdict CheckTarget(BuiltRequest request)
    {
        if (request.Scheme is not ("http" or "https"))
        {
            return GuardVerdict.Refused($"Only http and https can be called, not {request.Scheme}.");
        }

        var canonical = CanonicalHost.Ascii(request.Host);
        if (canonical is null || canonical != request.Host)
        {
            return GuardVerdict.Refused($"The host \"{request.Host}\" is not in its one form{(canonical is null ? "" : $"; write {canonical}")}.");
        }

        if (MetadataServices.IsMetadata(canonical))
        {
            return GuardVerdict.Refused($"{canonical} is a cloud metadata service; it cannot be called, whatever is configured.");
        }

        foreach (var secret in request.Secrets)
        {
            if (!MayGoTo(secret, canonical, request.Port))
            {
                return GuardVerdict.Refused(SecretRefusal(secret, canonical, request.Port));
            }
        }

        return IPAddress.TryParse(canonical.AsSpan().Trim("[]"), out var literal) ? CheckAddress(canonical, request.Port, literal) : default;
    }

    /// <summary>Judges every address the name resolved to; one that is refused refuses the target, as any of them could be dialled.</summary>
    public GuardVerdict CheckAddresses(string host, int port, IReadOnlyList<IPAddress> addresses)
    {
        string? allowedBy = null;
        foreach (var address in addresses)
        {
            var verdict = CheckAddress(host, port, address);
            if (!verdict.IsAllowed)
            {
                return verdict;
            }

            allowedBy ??= verdict.AllowedBy;
        }

        return new GuardVerdict(null, allowedBy);
    }

    private GuardVerdict CheckAddress(string host, int port, IPAddress address)
    {
        if (MetadataServices.IsMetadata(address))
        {
            return GuardVerdict.Refused($"{Where(host, address)} is a cloud metadata service; it cannot be called, whatever is configured.");
        }

        if (own.ListensOn(port) && IsThisMachine(address))
        {
            return GuardVerdict.Refused($"This is a self connection: {Where(host, address)} is ApiAdmin's own address. Call the other system instead.");
        }

        if (sandbox.EndPoint is { } endPoint && endPoint.Port == port && endPoint.Address.Equals(address))
        {
            return new GuardVerdict(null, SandboxRule);
        }

        if (address.ScopeIdOrZero() == 0)
        {
            foreach (var rule in rules)
            {
                if (rule.Covers(host, address, port))
                {
                    return new GuardVerdict(null, rule.Text);
                }
            }
        }

        var why = SpecialRanges.Kind(address) is { } kind ? $"{Where(host, address)} is not a public address (it is {kind})"
            : PortRules.Problem(port) is { } problem ? $"{host} may not be called there: {problem}"
            : null;
        return why is null
            ? default
            : GuardVerdict.Refused($"{why}. If this call is meant, whoever runs ApiAdmin adds {address.ToHostText()}:{port} to the setting Outbound:Allow.");
    }

    private static string Where(string host, IPAddress address) =>
        host.Trim('[', ']') == address.ToString() ? $"{address}" : $"{host} leads to {address}, which";

    private static bool MayGoTo(UsedSecret secret, string host, int port) =>
        secret.Hosts.Any(allowed => string.Equals(allowed, $"{host}:{port}", StringComparison.OrdinalIgnoreCase)
            || string.Equals(allowed, host, StringComparison.OrdinalIgnoreCase));

    private static string SecretRefusal(UsedSecret secret, string host, int port) =>
        $"The secret \"{secret.Name}\" may not be sent to {host}:{port}, only to {string.Join(", ", secret.Hosts)}. "
        + "Give its value again with this host in its list, or use another secret.";

    private static bool IsThisMachine(IPAddress address)
    {
        var plain = address.Unmapped();
        return IPAddress.IsLoopback(plain) || plain.Equals(IPAddress.Any) || plain.Equals(IPAddress.IPv6Any)
            || NetworkInterface.GetAllNetworkInterfaces()
                .SelectMany(i => i.GetIPProperties().UnicastAddresses)
                .Any(a => a.Address.Unmapped().Equals(plain));
    }

    private static AllowRule Parse(string text) =>
        AllowRule.TryParse(text, out var rule, out var problem) ? rule : throw new OptionsValidationException(OutboundOptions.Section, typeof(OutboundOptions), [problem]);
}
