namespace ApiAdmin.Web.Invocation.History;

internal static partial class HistoryLog
{
    [LoggerMessage(1, LogLevel.Error, "The history could not be read", EventName = "HistoryListFailed")]
    public static partial void ListFailed(ILogger logger, Exception exception);

    [LoggerMessage(2, LogLevel.Error, "The run {InvocationId} could not be read from the history", EventName = "HistoryRunFailed")]
    public static partial void RunFailed(ILogger logger, string invocationId, Exception exception);
}
