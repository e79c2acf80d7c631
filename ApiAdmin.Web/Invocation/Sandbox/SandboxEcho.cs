using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace ApiAdmin.Web.Invocation.Sandbox;

internal sealed record EchoPair(string Name, string Value);

/// <summary>One part of a multipart body; <see cref="Text"/> when its bytes are UTF-8.</summary>
internal sealed record EchoPart(string Name, string? FileName, string? ContentType, long Size, string? Text, string Base64);

/// <summary><c>/echo</c>: tells the caller what arrived, decoded the way a careful server would.</summary>
internal static class SandboxEcho
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("/echo", EchoAsync);
        routes.Map("/echo/{**rest}", EchoAsync);
    }

    private static async Task EchoAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var body = await SandboxEchoBody.ReadAsync(context);
        await SandboxAnswer.JsonAsync(context, StatusCodes.Status200OK, new
        {
            method = context.Request.Method,
            target,
            path = context.Request.Path.Value,
            segments = Segments(target),
            query = Pairs(target[Math.Min(target.Length, target.AsSpan().IndexOf('?') is >= 0 and var mark ? mark : target.Length)..]),
            headers = context.Request.Headers.SelectMany(h => h.Value.Select(value => new EchoPair(h.Key, value ?? ""))),
            contentType = context.Request.ContentType,
            bodyBytes = body.Bytes.Length,
            body = body.Text,
            bodyBase64 = body.Text is null ? Convert.ToBase64String(body.Bytes) : null,
            json = body.Json,
            form = body.Form,
            parts = body.Parts,
        });
    }

    /// <summary>Name and value pairs of a query or form text, in order, repeated ones kept.</summary>
    public static List<EchoPair> Pairs(string text)
    {
        var pairs = new List<EchoPair>();
        foreach (var pair in new QueryStringEnumerable(text))
        {
            pairs.Add(new EchoPair(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        }

        return pairs;
    }

    /// <summary>From the raw target: the server's own path has already lost the difference between / and %2F.</summary>
    private static string[] Segments(string target) =>
        [.. target.Split('?', 2)[0].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
}
