using Microsoft.Extensions.Logging;

namespace ApiAdmin.Core.Customers;

internal static partial class CustomersLog
{
    [LoggerMessage(6001, LogLevel.Error, "Deleted customers whose time is over could not be erased; it is tried again")]
    public static partial void NotErased(ILogger log, Exception exception);

    [LoggerMessage(6002, LogLevel.Warning, "{ActorId} reached the limit of reveals an hour")]
    public static partial void RevealLimit(ILogger log, string actorId);

    [LoggerMessage(6003, LogLevel.Error, "The import {Id} failed")]
    public static partial void ImportFailed(ILogger log, Guid id, Exception exception);

    [LoggerMessage(6004, LogLevel.Error, "Old imports could not be removed; it is tried again")]
    public static partial void ImportsNotSwept(ILogger log, Exception exception);
}
