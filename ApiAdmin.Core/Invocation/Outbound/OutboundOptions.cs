namespace ApiAdmin.Core.Invocation.Outbound;

/// <summary>The settings section <c>Outbound</c>: what outgoing calls may reach and how long they may take. Configuration only, never a screen.</summary>
public sealed record OutboundOptions
{
    public const string Section = "Outbound";

    /// <summary>Private targets the guard lets through, each <c>CIDR:port</c> or <c>host:port</c>.</summary>
    public IReadOnlyList<string> Allow { get; init; } = [];

    /// <summary>A fixed egress proxy, <c>http://host:port</c>; when empty none is ever used, whatever the environment says.</summary>
    public string? Proxy { get; init; }

    /// <summary>Total deadline of an invocation whose definition names none.</summary>
    public int DefaultTimeoutMs { get; init; } = 5_000;

    /// <summary>The longest deadline a definition may ask for; a longer one is cut to it.</summary>
    public int MaxTimeoutMs { get; init; } = 60_000;

    /// <summary>The deadline for a definition that asks for <paramref name="asked"/> ms.</summary>
    public TimeSpan Deadline(int? asked) => TimeSpan.FromMilliseconds(Math.Clamp(asked ?? DefaultTimeoutMs, 1, MaxTimeoutMs));
}
