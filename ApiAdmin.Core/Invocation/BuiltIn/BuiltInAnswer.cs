using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ApiAdmin.Core.Invocation.Running;

namespace ApiAdmin.Core.Invocation.BuiltIn;

/// <summary>The answer of a built-in operation in the form in which another system's arrives.</summary>
internal static class BuiltInAnswer
{
    public static async Task<HttpResponseMessage> OfAsync(InvocationRun run, BuiltInCall call, CancellationToken cancellationToken)
    {
        run.Begin(PhaseNames.Wait);
        var inputs = run.Request.Inputs.Where(input => input.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            .ToDictionary(input => input.Key, input => input.Value.ToString());
        var json = await call.Operation.AnswerAsync(inputs, call.Masked, cancellationToken);
        run.End(PhaseNames.Wait);
        var content = new ReadOnlyMemoryContent(json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }
}

/// <summary>Which built-in operation is run, and whether masked.</summary>
internal sealed record BuiltInCall(IBuiltInOperation Operation, bool Masked);
