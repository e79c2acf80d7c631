namespace ApiAdmin.Core.Invocation;

/// <summary>The phases of an invocation in the order they can happen.</summary>
public static class PhaseNames
{
    public const string Check = "check";
    public const string Build = "build";

    /// <summary>Waiting for a free connection, or for one that another call is making; only when that really happened.</summary>
    public const string Queue = "queue";
    public const string Dns = "dns";
    public const string Connect = "connect";
    public const string Tls = "tls";
    public const string Send = "send";
    public const string Wait = "wait";
    public const string Receive = "receive";
    public const string Extract = "extract";
}
