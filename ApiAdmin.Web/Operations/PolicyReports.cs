using System.Text.Json;

namespace ApiAdmin.Web.Operations;

/// <summary>Where browsers report what the content security policy stopped. Anyone can send here, so it reads little and logs it safely.</summary>
public static class PolicyReports
{
    private const int LargestReport = 8 * 1024;

    public static void MapPolicyReports(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/csp", ReceiveAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();

    private static async Task<IResult> ReceiveAsync(HttpRequest request, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var buffer = new byte[LargestReport + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        if (length > LargestReport)
        {
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            using var document = JsonDocument.Parse(buffer.AsMemory(0, length), new JsonDocumentOptions { MaxDepth = 4 });
            Log(document.RootElement, loggers.CreateLogger(typeof(PolicyReports)));
            return TypedResults.NoContent();
        }
        catch (JsonException)
        {
            return TypedResults.BadRequest();
        }
    }

    private static void Log(JsonElement root, ILogger logger)
    {
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("csp-report", out var report) && report.ValueKind == JsonValueKind.Object)
        {
            OperationsLog.PolicyReport(logger, Member(report, "blocked-uri"), Member(report, "document-uri"), Member(report, "violated-directive"));
        }
    }

    private static string Member(JsonElement report, string name) =>
        report.TryGetProperty(name, out var value) ? LogText.Safe(value.ToString()) : "";
}
