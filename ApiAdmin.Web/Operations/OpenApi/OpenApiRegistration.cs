using System.Text.Json.Serialization.Metadata;
using ApiAdmin.Core.Definitions;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ApiAdmin.Web.Operations.OpenApi;

/// <summary>The description of <c>/api/v1</c>: for programs at <c>/openapi/v1.json</c>, for people at <c>/docs</c>.</summary>
public static class OpenApiRegistration
{
    public const string Document = "v1";

    public static IServiceCollection AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi(Document, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
            options.CreateSchemaReferenceId = ReferenceId;
            options.AddSchemaTransformer(ValueSchemas.TransformAsync);
            options.AddSchemaTransformer(ClosedLists.TransformAsync);
            options.AddOperationTransformer(OperationDetails.TransformAsync);
            options.AddOperationTransformer(OperationHeaders.TransformAsync);
            options.AddDocumentTransformer(DocumentDetails.TransformAsync);
        });

    public static void MapApiDescription(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        routes.MapDocs();
    }

    /// <summary>Lists and maps stand where they are used; a name of their own would say nothing.</summary>
    private static string? ReferenceId(JsonTypeInfo info) =>
        info.Type.IsGenericType && info.Type.GetGenericTypeDefinition() is var type && (type == typeof(ValueList<>) || type == typeof(ValueMap<>))
            ? null
            : OpenApiOptions.CreateDefaultSchemaReferenceId(info);
}
