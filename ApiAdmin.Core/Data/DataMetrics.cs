using System.Diagnostics.Metrics;

namespace ApiAdmin.Core.Data;

/// <summary>What the store tells of itself: how long changes hold the one writer's place, and how many got none.</summary>
internal static class DataMetrics
{
    private static readonly Meter Meter = new(CoreMeters.Name);

    private static readonly Histogram<double> Writes = Meter.CreateHistogram<double>(
        "apiadmin.database.write.duration", "s", "How long a change held the database's one writer's place.");

    private static readonly Counter<long> Busy = Meter.CreateCounter<long>(
        "apiadmin.database.busy", "{change}", "Changes refused because another one kept its place too long.");

    public static void Wrote(TimeSpan held) => Writes.Record(held.TotalSeconds);

    /// <returns>What to throw: the change found no place.</returns>
    public static BusyException Refused()
    {
        Busy.Add(1);
        return new BusyException();
    }
}
