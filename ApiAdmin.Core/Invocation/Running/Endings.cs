using System.Globalization;

namespace ApiAdmin.Core.Invocation.Running;

/// <summary>What a run was busy with when its time ran out, in words.</summary>
internal static class Endings
{
    public static string Doing(InvocationRun run) => run.Phase switch
    {
        PhaseNames.Check => "checking the inputs",
        PhaseNames.Build => "building the request",
        PhaseNames.Dns => "resolving the host name",
        PhaseNames.Connect when run.Trace is { IsInLine: true } => "waiting for a free connection",
        PhaseNames.Connect => "connecting",
        PhaseNames.Tls => "securing the connection (TLS)",
        PhaseNames.Send => "sending the request",
        PhaseNames.Wait => "waiting for the answer",
        PhaseNames.Receive => "receiving the answer",
        _ => "reading the outputs",
    };

    public static string TimedOut(InvocationRun run, TimeSpan deadline) => string.Create(
        CultureInfo.InvariantCulture,
        $"Timed out after {deadline.TotalMilliseconds:0} ms while {Doing(run)}. Raise Limits, time-out, or ask whoever runs that system why it is slow.");
}
