namespace ApiAdmin.Web.Shared.Rest;

public static class StraightEndpoints
{
    /// <summary>
    /// For callers who wait for every microsecond: the handler that was mapped only describes its parameters, and <paramref name="answer"/> is
    /// called in its place, without binding and without services of a request.
    /// </summary>
    public static RouteHandlerBuilder AnsweredBy(this RouteHandlerBuilder endpoint, RequestDelegate answer)
    {
        endpoint.Add(builder => builder.RequestDelegate = answer);
        return endpoint;
    }
}
