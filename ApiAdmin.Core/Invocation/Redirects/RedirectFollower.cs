using System.Runtime.CompilerServices;
using ApiAdmin.Core.Invocation.Running;
using ApiAdmin.Core.Invocation.Sending;

namespace ApiAdmin.Core.Invocation.Redirects;

/// <summary>Sends a request and follows its redirects as far as the definition allows; every hop passes the guard again.</summary>
public sealed class RedirectFollower(HttpSender sender)
{
    /// <summary>The answer to read: not a redirect, or one that is not followed any further.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal async ValueTask<HttpResponseMessage> SendAsync(InvocationRun run, BuiltRequest request, CancellationToken cancellationToken)
    {
        HashSet<string>? visited = null;
        while (true)
        {
            var response = await run.SendAsync(sender, request, cancellationToken);
            if (Next(run, request, response, ref visited) is not { } next)
            {
                return response;
            }

            response.Dispose();
            request = next;
        }
    }

    private static BuiltRequest? Next(InvocationRun run, BuiltRequest request, HttpResponseMessage response, ref HashSet<string>? visited)
    {
        var status = (int)response.StatusCode;
        var most = run.Definition.Limits.FollowRedirects;
        if (most == 0 || !RedirectRules.IsRedirect(status) || !response.Headers.NonValidated.TryGetValues("Location", out var locations))
        {
            return null;
        }

        var resolved = Location.TryResolve(locations.First(), request, out var target, out var absolute, out var problem);
        if (!resolved)
        {
            Refuse(response, run, absolute, problem);
        }

        if (request.Scheme == "https" && target!.Scheme == "http")
        {
            Refuse(response, run, absolute, "It leads from https to plain http, where everybody on the way can read along.");
        }

        // A loop is told as one however few hops are left: more of them would not help.
        var next = RedirectRules.Next(request, status, target!);
        visited ??= new HashSet<string>(StringComparer.Ordinal) { Identity(request) };
        if (!visited.Add(Identity(next)))
        {
            run.Override(Outcome.HttpError, $"The redirects form a loop: redirect {run.Redirects.Count + 1} ({status}) leads to {run.Redactor.Redact(absolute)}, which was called before. Ask whoever runs that system.");
            return null;
        }

        if (run.Redirects.Count == most)
        {
            run.Override(Outcome.HttpError, $"There were more redirects than the {most} that the definition follows: redirect {most + 1} ({status}) to {run.Redactor.Redact(absolute)} was not followed. Call the final address, or raise Limits, redirects.");
            return null;
        }

        run.Redirected(status, absolute);
        return next;
    }

    private static void Refuse(HttpResponseMessage response, InvocationRun run, string url, string why)
    {
        response.Dispose();
        run.Begin(PhaseNames.Connect);
        throw new SendException(Outcome.Blocked, $"Redirect {run.Redirects.Count + 1} to {run.Redactor.Redact(url)} was not followed. {why}");
    }

    private static string Identity(BuiltRequest request) => $"{request.Method} {request.Origin}{request.Target.Reveal()}";
}
