using System.Collections.Immutable;

namespace ApiAdmin.Core.Invocation;

/// <summary>
/// The phases of an invocation in the order they can happen; a report has no others. Waiting for a connection is part of
/// <see cref="Connect"/> or, when a kept one is used, of <see cref="Send"/> (decision 0036).
/// </summary>
public static class PhaseNames
{
    public const string Check = "check";
    public const string Build = "build";
    public const string Dns = "dns";

    /// <summary>Judging the addresses, waiting for a free place to connect, and dialling.</summary>
    public const string Connect = "connect";
    public const string Tls = "tls";
    public const string Send = "send";
    public const string Wait = "wait";
    public const string Receive = "receive";
    public const string Extract = "extract";

    public static ImmutableArray<string> All { get; } = [Check, Build, Dns, Connect, Tls, Send, Wait, Receive, Extract];
}
