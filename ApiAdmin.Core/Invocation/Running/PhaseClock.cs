using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation.Sending;

namespace ApiAdmin.Core.Invocation.Running;

/// <summary>
/// Cuts the time of an invocation into phases that lie one behind the other without a gap, so that they add up to the
/// whole. Where several hops are made, each phase is the sum over them.
/// </summary>
internal sealed class PhaseClock(TimeProvider time)
{
    private readonly double[] spent = new double[PhaseNames.All.Length];
    private readonly long started = time.GetTimestamp();
    private long cursor = time.GetTimestamp();

    public double TotalMs => time.GetElapsedTime(started, cursor).TotalMilliseconds;

    /// <summary>Those that happened, in their order.</summary>
    public ValueList<ReportPhase> Phases()
    {
        var all = new ReportPhase[spent.Length - spent.AsSpan().Count(0)];
        var next = 0;
        for (var i = 0; i < spent.Length; i++)
        {
            if (spent[i] > 0)
            {
                all[next++] = new ReportPhase(PhaseNames.All[i], Math.Round(spent[i], 3));
            }
        }

        return new ValueList<ReportPhase>(all);
    }

    public void Mark(string phase) => Until(phase, time.GetTimestamp());

    /// <summary>The part of an exchange up to its headers, from what the trace saw.</summary>
    public void Mark(RequestTrace trace)
    {
        var now = time.GetTimestamp();
        if ((trace.Connection ?? trace.Attempt) is not { } connection)
        {
            Until(PhaseNames.Connect, now);
            return;
        }

        // A kept connection has no part of its making in this request; waiting for it to come free is part of sending.
        if (!trace.Reused)
        {
            Connecting(connection, now);
        }

        if (trace.FirstWrite != 0)
        {
            Until(PhaseNames.Send, trace.LastWrite != 0 ? trace.LastWrite : now);
            Until(PhaseNames.Wait, trace.LastWrite == 0 ? 0 : trace.Headers != 0 ? trace.Headers : now);
        }
    }

    private void Connecting(ConnectionFacts connection, long now)
    {
        if (connection.Resolved != 0)
        {
            // It may have stood in line for a place to connect from.
            Until(PhaseNames.Connect, connection.Started);
        }

        Until(PhaseNames.Dns, connection.IsLiteral ? 0 : connection.Resolved != 0 ? connection.Resolved : now);
        Until(PhaseNames.Connect, connection.Resolved == 0 ? 0 : connection.Connected != 0 ? connection.Connected : now);
        if (connection.IsSecure && connection.Connected != 0)
        {
            Until(PhaseNames.Tls, connection.Secured != 0 ? connection.Secured : now);
        }
    }

    private void Until(string phase, long timestamp)
    {
        if (timestamp > cursor)
        {
            spent[PhaseNames.All.IndexOf(phase)] += time.GetElapsedTime(cursor, timestamp).TotalMilliseconds;
            cursor = timestamp;
        }
    }
}
