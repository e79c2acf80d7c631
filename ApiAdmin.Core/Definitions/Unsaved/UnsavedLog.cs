using Microsoft.Extensions.Logging;

namespace ApiAdmin.Core.Definitions.Unsaved;

internal static partial class UnsavedLog
{
    [LoggerMessage(1, LogLevel.Error, "Old unsaved changes could not be removed", EventName = "UnsavedSweepFailed")]
    public static partial void SweepFailed(ILogger logger, Exception exception);
}
