using Microsoft.Extensions.Logging;

namespace ApiAdmin.Core.Access;

internal static partial class AccessLog
{
    [LoggerMessage(2001, LogLevel.Error, "The audit's head could not be noted outside the database")]
    public static partial void AuditHeadNotNoted(ILogger log, Exception exception);

    [LoggerMessage(2002, LogLevel.Error, "A refusal of {Operation} to {ActorId} could not be audited")]
    public static partial void RefusalNotAudited(ILogger log, string actorId, Operation operation, Exception exception);

    [LoggerMessage(2003, LogLevel.Information, "Sign-in refused for user {UserId}: {Reason}")]
    public static partial void SignInRefused(ILogger log, Guid? userId, string reason);

    [LoggerMessage(2004, LogLevel.Warning, "The last use of API key {KeyId} could not be noted")]
    public static partial void LastUseNotNoted(ILogger log, Guid keyId, Exception exception);
}
