using Microsoft.Extensions.Primitives;

namespace ApiAdmin.Web.Operations;

/// <summary>
/// HEAD answers wherever GET does, with the same status and headers (RFC 9110, section 9.3.2). Routes are mapped for GET
/// alone, so the request is walked as one; the server, which has read the method itself, sends no body for it.
/// </summary>
public static class HeadRequests
{
    public static void UseHeadRequests(this WebApplication app) => app.Use(static (context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
        }

        context.Response.OnStarting(TellAllowed, context.Response);
        return next(context);
    });

    /// <summary>Where routing lists GET as possible, HEAD is too.</summary>
    private static Task TellAllowed(object state)
    {
        var headers = ((HttpResponse)state).Headers;
        if (!StringValues.IsNullOrEmpty(headers.Allow))
        {
            var methods = headers.Allow.ToString().Split(',', StringSplitOptions.TrimEntries);
            if (methods.Contains(HttpMethods.Get) && !methods.Contains(HttpMethods.Head))
            {
                headers.Allow = $"{headers.Allow}, {HttpMethods.Head}";
            }
        }

        return Task.CompletedTask;
    }
}
