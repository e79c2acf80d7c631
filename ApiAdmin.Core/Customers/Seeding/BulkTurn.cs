using System.Diagnostics;

namespace ApiAdmin.Core.Customers.Seeding;

/// <summary>How long work in bulk keeps its place as the writer, for whom all others wait: it writes slice by slice until its time is over.</summary>
internal static class BulkTurn
{
    /// <summary>In rows; between two slices the time is looked at.</summary>
    public const int Slice = 50;

    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(50);

    /// <param name="started">Of <see cref="Stopwatch.GetTimestamp"/>.</param>
    public static bool IsOver(long started) => Stopwatch.GetElapsedTime(started) >= Longest;
}
