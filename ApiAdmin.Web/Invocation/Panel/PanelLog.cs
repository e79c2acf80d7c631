namespace ApiAdmin.Web.Invocation.Panel;

internal static partial class PanelLog
{
    [LoggerMessage(1, LogLevel.Error, "A test run of {Api} failed inside ApiAdmin", EventName = "TestRunFailed")]
    public static partial void RunFailed(ILogger logger, string api, Exception exception);

    [LoggerMessage(2, LogLevel.Error, "The preview of {Api} failed inside ApiAdmin", EventName = "PreviewFailed")]
    public static partial void PreviewFailed(ILogger logger, string api, Exception exception);

    [LoggerMessage(3, LogLevel.Error, "The body of {InvocationId} could not be shown", EventName = "BodyFailed")]
    public static partial void BodyFailed(ILogger logger, string invocationId, Exception exception);

    [LoggerMessage(4, LogLevel.Error, "The last inputs of {Api} could not be read from the history", EventName = "InputsNotRecalled")]
    public static partial void InputsNotRecalled(ILogger logger, string api, Exception exception);

    [LoggerMessage(5, LogLevel.Error, "Outputs of {Api} could not be tried on an answer", EventName = "TrialFailed")]
    public static partial void TrialFailed(ILogger logger, string api, Exception exception);
}
