using System.Globalization;

namespace ApiAdmin.Core.Invocation.Running;

/// <summary>What a run was busy with when its time ran out, in words.</summary>
internal static class Endings
{
    public static string Doing(string phase) => phase switch
    {
        PhaseNames.Check => "checking the inputs",
        PhaseNames.Build => "building the request",
        PhaseNames.Queue => "waiting for a free connection",
        PhaseNames.Dns => "resolving the host name",
        PhaseNames.Connect => "connecting",
        PhaseNames.Tls => "securing the connection (TLS)",
        PhaseNames.Send => "sending the request",
        PhaseNames.Wait => "waiting for the answer",
        PhaseNames.Receive => "receiving the answer",
        _ => "reading the outputs",
    };

    public static string TimedOut(InvocationRun run, TimeSpan deadline) => string.Create(
        CultureInfo.InvariantCulture,
        $"Timed out after {deadline.TotalMilliseconds:0} ms while {Doing(run.Phase)}. Raise Limits, time-out, or ask whoever runs that system why it is slow.");
}
