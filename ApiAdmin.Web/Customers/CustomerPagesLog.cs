namespace ApiAdmin.Web.Customers;

internal static partial class CustomerPagesLog
{
    [LoggerMessage(1, LogLevel.Error, "The list of customers could not be read", EventName = "CustomerListFailed")]
    public static partial void ListFailed(ILogger logger, Exception exception);
}
