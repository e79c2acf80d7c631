using System.Diagnostics.Metrics;
using System.Text.Json;

namespace ApiAdmin.Core.Invocation;

/// <summary>
/// Calls by outcome and how long they took. The outcome is the only label: an API's key or a host would make a series
/// each, and would tell a reader of figures whom the site talks to.
/// </summary>
internal static class InvocationMetrics
{
    private static readonly Meter Meter = new(CoreMeters.Name);

    private static readonly Histogram<double> Durations = Meter.CreateHistogram(
        "apiadmin.invocation.duration", "s", "Calls of APIs by outcome, from the check of inputs to the report.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] });

    private static readonly string[] Names =
        [.. Enum.GetValues<Outcome>().Select(outcome => JsonNamingPolicy.SnakeCaseLower.ConvertName(outcome.ToString()))];

    public static void Ended(Outcome outcome, double milliseconds) =>
        Durations.Record(milliseconds / 1000, new KeyValuePair<string, object?>("outcome", Names[(int)outcome]));
}
