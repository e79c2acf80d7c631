namespace ApiAdmin.Web.Shared.Rest;

internal static partial class RestLog
{
    [LoggerMessage(EventId = 6000, EventName = "RestFailed", Level = LogLevel.Error, Message = "A request to {Route} failed; trace {TraceId}")]
    public static partial void Failed(this ILogger logger, Exception exception, string route, string traceId);
}
