namespace ApiAdmin.Web.Access;

internal static partial class AccessLog
{
    [LoggerMessage(1201, LogLevel.Information, "User {UserId} signed in")]
    public static partial void SignedIn(ILogger logger, Guid userId);

    [LoggerMessage(1203, LogLevel.Information, "User {UserId} signed out")]
    public static partial void SignedOut(ILogger logger, string? userId);

    [LoggerMessage(1204, LogLevel.Information, "Closed an open page of user {UserId}: the sign-in no longer holds")]
    public static partial void CircuitClosed(ILogger logger, string? userId);

    [LoggerMessage(1206, LogLevel.Warning, "Setup was asked for with a wrong or used link")]
    public static partial void SetupRefused(ILogger logger);

    [LoggerMessage(1207, LogLevel.Error, "Whether a sign-in still holds could not be checked; its page was closed")]
    public static partial void CheckFailed(ILogger logger, Exception exception);
}
