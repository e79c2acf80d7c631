namespace ApiAdmin.Web.Operations;

internal static partial class OperationsLog
{
    [LoggerMessage(1101, LogLevel.Error, "{Method} {Path} failed; the client was told error id {ErrorId}")]
    public static partial void RequestFailed(ILogger logger, string method, string path, string errorId, Exception exception);

    [LoggerMessage(1102, LogLevel.Warning, "A browser reports that the content security policy stopped {Blocked} on {Page} (directive {Directive})")]
    public static partial void PolicyReport(ILogger logger, string blocked, string page, string directive);

    [LoggerMessage(1103, LogLevel.Information, "Refused a circuit for the foreign origin {Origin}")]
    public static partial void ForeignOrigin(ILogger logger, string origin);

    [LoggerMessage(1104, LogLevel.Information, "Too many requests on {Path} from {Who}")]
    public static partial void TooMany(ILogger logger, string path, string who);

    [LoggerMessage(1105, LogLevel.Information, "The warm-up ended early; the first requests will be slower")]
    public static partial void WarmUpEnded(ILogger logger, Exception exception);
}
