namespace ApiAdmin.Core.Invocation.Sending;

/// <summary>Everything the handler can throw, as an outcome and a sentence.</summary>
internal static class SendFailure
{
    public static SendException From(Exception failure, BuiltRequest request, RequestTrace? trace)
    {
        for (var inner = failure; inner is not null; inner = inner.InnerException)
        {
            if (inner is SendException known)
            {
                return known;
            }
        }

        var error = failure switch
        {
            HttpRequestException e => e.HttpRequestError,
            HttpIOException e => e.HttpRequestError,
            _ => HttpRequestError.Unknown,
        };
        var (outcome, message) = Describe(error, request, trace);
        return new SendException(outcome, message, failure);
    }

    private static (Outcome Outcome, string Message) Describe(HttpRequestError error, BuiltRequest request, RequestTrace? trace) => error switch
    {
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError =>
            (Outcome.Unreachable, $"No connection to {request.Host}:{request.Port} could be made. Check the address and that the system is running."),
        HttpRequestError.ConfigurationLimitExceeded =>
            (Outcome.InvalidResponse, $"{request.Host} answered with more headers than the 32 KB that are accepted. Ask whoever runs it to send fewer."),
        HttpRequestError.InvalidResponse =>
            (Outcome.InvalidResponse, $"{request.Host} answered with something that is not HTTP. Check that the port is its http port."),
        HttpRequestError.ResponseEnded =>
            (Outcome.InvalidResponse, $"{request.Host} closed the connection {Where(trace)}. Try again; if it stays so, ask whoever runs that system."),
        _ => (Outcome.InvalidResponse, $"The connection to {request.Host} broke {Where(trace)}. Try again; if it stays so, ask whoever runs that system."),
    };

    private static string Where(RequestTrace? trace) => trace switch
    {
        { Headers: not 0 } => "in the middle of its answer",
        { LastWrite: not 0 } => "without answering",
        _ => "while the request was being sent",
    };
}
