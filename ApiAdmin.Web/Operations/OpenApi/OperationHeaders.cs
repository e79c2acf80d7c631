using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ApiAdmin.Web.Operations.OpenApi;

/// <summary>Headers in and out: version tokens, <c>Location</c>, <c>WWW-Authenticate</c>, <c>Retry-After</c>.</summary>
internal static class OperationHeaders
{
    public static Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        switch (operation.OperationId)
        {
            case "getApi":
                Takes(operation, "If-None-Match", required: false, "An ETag known already; answers 304 when it still holds.");
                Answers(operation, "200", "ETag", "The version token of the draft.");
                break;
            case "createApi":
                Answers(operation, "201", "ETag", "The version token of the draft.");
                Answers(operation, "201", "Location", "Where the new API stands.");
                break;
            case "updateApi":
                Takes(operation, "If-Match", required: true, "The ETag of the version that was changed; several may be named, and * stands for whatever version there is. A weak tag never matches.");
                Answers(operation, "200", "ETag", "The new version token.");
                Answers(operation, "200", "Content-Location", "Where the API stands now.");
                Answers(operation, "200", "Location", "Its new address, when it was renamed.");
                break;
            case "deleteApi":
                Takes(operation, "If-Match", required: true, "The ETag of the version that was looked at; several may be named, and * stands for whatever version there is. A weak tag never matches.");
                break;
        }

        Answers(operation, "401", "WWW-Authenticate", "Bearer.");
        Answers(operation, "412", "ETag", "The version token it has now.");
        Answers(operation, "429", "Retry-After", "Seconds to wait.");
        return Task.CompletedTask;
    }

    private static void Takes(OpenApiOperation operation, string name, bool required, string description) =>
        (operation.Parameters ??= []).Add(new OpenApiParameter
        {
            Name = name, In = ParameterLocation.Header, Required = required, Description = description, Schema = Text(),
        });

    private static void Answers(OpenApiOperation operation, string status, string name, string description)
    {
        if (operation.Responses?.TryGetValue(status, out var found) == true && found is OpenApiResponse response)
        {
            (response.Headers ??= new Dictionary<string, IOpenApiHeader>())[name] = new OpenApiHeader { Description = description, Schema = Text() };
        }
    }

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };
}
