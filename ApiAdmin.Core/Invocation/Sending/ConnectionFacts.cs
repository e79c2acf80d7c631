using System.Net;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Invocation.Sending;

/// <summary>
/// What is known of one connection, from its making to its last request. Timestamps are <see cref="TimeProvider.GetTimestamp"/>;
/// 0 means "did not get there". A pooled connection keeps its facts, so a later request can tell where it went.
/// </summary>
public sealed class ConnectionFacts(TimeProvider time)
{
    private int requests;
    private string? remoteText;

    public TimeProvider Time { get; } = time;

    public long Started { get; } = time.GetTimestamp();

    public long Resolved { get; set; }

    public long Connected { get; set; }

    public long Secured { get; set; }

    /// <summary>When it could carry its first request.</summary>
    public long Ready { get; set; }

    public bool IsSecure { get; init; }

    /// <summary>The host is an address: no name had to be resolved.</summary>
    public bool IsLiteral { get; init; }

    public IPEndPoint? Remote
    {
        get;
        set => (field, remoteText) = (value, value?.ToString());
    }

    public string? AllowedBy { get; set; }

    public string? Tls { get; set; }

    public ValueList<ReportCertificate> Chain { get; set; } = [];

    /// <summary>What the connection is busy with until it is ready.</summary>
    public string Stage => Resolved == 0 && !IsLiteral ? PhaseNames.Dns : Connected == 0 ? PhaseNames.Connect : PhaseNames.Tls;

    /// <summary>Counts a request in; 1 is the connection's first.</summary>
    public int BeginRequest() => Interlocked.Increment(ref requests);

    public ReportConnection ToReport(bool reused) => new()
    {
        Reused = reused,
        RemoteAddress = remoteText,
        Tls = Tls,
        Certificate = Chain.Count > 0 ? Chain[0] : null,
        Chain = Chain,
        AllowedBy = AllowedBy,
    };
}
