using Microsoft.Extensions.Logging;

namespace ApiAdmin.Core.Customers;

internal static partial class CustomersLog
{
    [LoggerMessage(6001, LogLevel.Error, "Deleted customers whose time is over could not be erased; it is tried again")]
    public static partial void NotErased(ILogger log, Exception exception);

    [LoggerMessage(6002, LogLevel.Warning, "{ActorId} reached the limit of reveals an hour")]
    public static partial void RevealLimit(ILogger log, string actorId);
}
