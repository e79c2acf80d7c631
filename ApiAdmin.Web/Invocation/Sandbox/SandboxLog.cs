namespace ApiAdmin.Web.Invocation.Sandbox;

internal static partial class SandboxLog
{
    [LoggerMessage(EventId = 3900, EventName = "SandboxStarted", Level = LogLevel.Information, Message = "The sandbox upstream listens on {Address}")]
    public static partial void Started(this ILogger logger, string address);

    [LoggerMessage(EventId = 3901, EventName = "SandboxFailed", Level = LogLevel.Error, Message = "The sandbox upstream could not answer {Route}")]
    public static partial void Failed(this ILogger logger, Exception exception, string route);
}
