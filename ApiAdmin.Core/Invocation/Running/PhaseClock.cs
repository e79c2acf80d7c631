using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation.Sending;

namespace ApiAdmin.Core.Invocation.Running;

/// <summary>
/// Cuts the time of an invocation into phases that lie one behind the other without a gap, so that they add up to the
/// whole. Where several hops are made, each phase is the sum over them.
/// </summary>
internal sealed class PhaseClock(TimeProvider time)
{
    /// <summary>Less than this between two marks is the machine changing threads, not a wait worth a name.</summary>
    private static readonly TimeSpan Noticeable = TimeSpan.FromMilliseconds(5);

    private readonly List<(string Name, double Ms)> phases = new(8);
    private readonly long started = time.GetTimestamp();
    private long cursor = time.GetTimestamp();

    public double TotalMs => time.GetElapsedTime(started, cursor).TotalMilliseconds;

    public ValueList<ReportPhase> Phases()
    {
        var all = new ReportPhase[phases.Count];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = new ReportPhase(phases[i].Name, Math.Round(phases[i].Ms, 3));
        }

        return new ValueList<ReportPhase>(all);
    }

    public void Mark(string phase) => Until(phase, time.GetTimestamp());

    /// <summary>The part of an exchange up to its headers, from what the trace saw.</summary>
    public void Mark(RequestTrace trace)
    {
        var now = time.GetTimestamp();
        var connection = trace.Connection ?? trace.Attempt;
        if (connection is null)
        {
            Until(PhaseNames.Queue, now);
            return;
        }

        if (trace.Reused && connection.Ready < trace.Started)
        {
            Wait(trace.FirstWrite);
        }
        else
        {
            Connecting(connection, now, isOwn: ReferenceEquals(connection, trace.Attempt));
        }

        if (trace.FirstWrite != 0)
        {
            Wait(trace.FirstWrite);
            Until(PhaseNames.Send, trace.LastWrite != 0 ? trace.LastWrite : now);
            Until(PhaseNames.Wait, trace.LastWrite == 0 ? 0 : trace.Headers != 0 ? trace.Headers : now);
        }
    }

    private void Connecting(ConnectionFacts connection, long now, bool isOwn)
    {
        if (!isOwn)
        {
            Wait(connection.Started);
        }

        Until(PhaseNames.Dns, connection.IsLiteral ? 0 : connection.Resolved != 0 ? connection.Resolved : now);
        Until(PhaseNames.Connect, connection.Resolved == 0 ? 0 : connection.Connected != 0 ? connection.Connected : now);
        if (connection.IsSecure && connection.Connected != 0)
        {
            Until(PhaseNames.Tls, connection.Secured != 0 ? connection.Secured : now);
        }
    }

    private void Wait(long until)
    {
        if (until != 0 && time.GetElapsedTime(cursor, until) > Noticeable)
        {
            Until(PhaseNames.Queue, until);
        }
    }

    private void Until(string phase, long timestamp)
    {
        if (timestamp > cursor)
        {
            Add(phase, time.GetElapsedTime(cursor, timestamp).TotalMilliseconds);
            cursor = timestamp;
        }
    }

    private void Add(string phase, double ms)
    {
        for (var i = 0; i < phases.Count; i++)
        {
            if (phases[i].Name == phase)
            {
                phases[i] = (phase, phases[i].Ms + ms);
                return;
            }
        }

        phases.Add((phase, ms));
    }
}
