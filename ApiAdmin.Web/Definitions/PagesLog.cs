namespace ApiAdmin.Web.Definitions;

internal static partial class PagesLog
{
    [LoggerMessage(1, LogLevel.Error, "The list of APIs could not be read", EventName = "ApiListFailed")]
    public static partial void ListFailed(ILogger logger, Exception exception);

    [LoggerMessage(2, LogLevel.Error, "The page of an API failed while {Doing}", EventName = "ApiPageFailed")]
    public static partial void PageFailed(ILogger logger, string doing, Exception exception);
}
