using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Extensions;

namespace ApiAdmin.Web.Invocation.Sandbox;

/// <summary>Writes answers and reads the few parameters the sandbox has.</summary>
internal static class SandboxAnswer
{
    /// <summary>Indented, so that lines and columns of outputs mean something to look at.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Task JsonAsync(HttpContext context, int status, object value) =>
        BytesAsync(context, status, "application/json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(value, Json));

    public static async Task BytesAsync(HttpContext context, int status, string? contentType, ReadOnlyMemory<byte> body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    /// <summary>A whole number from the query within bounds, so that nobody can ask for an endless answer.</summary>
    /// <exception cref="BadHttpRequestException">It is none, or out of bounds.</exception>
    public static int Number(HttpContext context, string name, int @default, int highest)
    {
        var text = context.Request.Query[name].ToString();
        if (text.Length == 0)
        {
            return @default;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= highest
            ? number
            : throw new BadHttpRequestException($"{name} must be a whole number from 0 to {highest.ToString(CultureInfo.InvariantCulture)}.");
    }

    public static string Route(HttpContext context, string name) => (string?)context.GetRouteValue(name) ?? "";

    public static string Link(HttpContext context, string path) =>
        UriHelper.BuildAbsolute(context.Request.Scheme, context.Request.Host, path: path);

    /// <summary>Maps for GET and HEAD, as other servers do.</summary>
    public static void MapRead(this IEndpointRouteBuilder routes, string pattern, RequestDelegate handler) =>
        routes.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], handler);
}
