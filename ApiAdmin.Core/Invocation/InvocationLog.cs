using Microsoft.Extensions.Logging;

namespace ApiAdmin.Core.Invocation;

/// <summary>What invocations leave in the log: names, outcomes and times, never a value.</summary>
internal static partial class InvocationLog
{
    [LoggerMessage(1, LogLevel.Information, "Invocation {InvocationId} of {Api} ended as {Outcome} after {DurationMs:0.0} ms", EventName = "InvocationEnded")]
    public static partial void Ended(ILogger logger, string invocationId, string api, Outcome outcome, double durationMs);

    [LoggerMessage(2, LogLevel.Error, "Invocation {InvocationId} of {Api} met a fault of ours", EventName = "InvocationFaulted")]
    public static partial void Faulted(ILogger logger, Exception exception, string invocationId, string api);

    [LoggerMessage(3, LogLevel.Error, "Old spool files could not be removed", EventName = "SpoolSweepFailed")]
    public static partial void SweepFailed(ILogger logger, Exception exception);

    [LoggerMessage(4, LogLevel.Error, "Old invocations could not be removed from the history; it is tried again", EventName = "HistorySweepFailed")]
    public static partial void HistorySweepFailed(ILogger logger, Exception exception);

    [LoggerMessage(5, LogLevel.Information, "{Count} invocations older than {Days} days were removed from the history", EventName = "HistorySwept")]
    public static partial void HistorySwept(ILogger logger, int count, int days);
}
