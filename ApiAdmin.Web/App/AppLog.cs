namespace ApiAdmin.Web.App;

internal static partial class AppLog
{
    [LoggerMessage(1001, LogLevel.Error, "A page failed; the person was shown error id {ErrorId}")]
    public static partial void PageFailed(ILogger logger, string errorId, Exception exception);
}
