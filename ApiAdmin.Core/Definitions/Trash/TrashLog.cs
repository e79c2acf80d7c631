using Microsoft.Extensions.Logging;

namespace ApiAdmin.Core.Definitions.Trash;

internal static partial class TrashLog
{
    [LoggerMessage(1, LogLevel.Information, "{Count} APIs that lay in the trash for 30 days are deleted for ever", EventName = "TrashSwept")]
    public static partial void Swept(ILogger logger, int count);

    [LoggerMessage(2, LogLevel.Error, "The trash could not be emptied of what is old", EventName = "TrashSweepFailed")]
    public static partial void SweepFailed(ILogger logger, Exception exception);
}
