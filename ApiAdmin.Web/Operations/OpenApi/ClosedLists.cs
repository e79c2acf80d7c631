using System.Text.Json.Nodes;
using ApiAdmin.Core;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Web.Shared.Rest;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ApiAdmin.Web.Operations.OpenApi;

/// <summary>Publishes what is closed but not an enum in code: problem types, finding codes, methods; and that enums are strings.</summary>
internal static class ClosedLists
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    public static Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if ((Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type).IsEnum)
        {
            schema.Type ??= JsonSchemaType.String;

            // Where an enum is met first as a nullable one, the generator adds null to its names for every use.
            schema.Enum = schema.Enum?.Where(value => value is not null && !value.IsJsonNullSentinel()).ToList();
        }

        var values = (context.JsonPropertyInfo?.DeclaringType, context.JsonPropertyInfo?.Name) switch
        {
            (var type, "code") when type == typeof(Finding) => FindingCodes.All,
            (var type, "type") when type == typeof(ProblemAnswer) => [.. ProblemKind.All.Select(kind => kind.Type)],
            (var type, "method") when type == typeof(ApiDefinition) => Methods,
            (var type, "schema") when type == typeof(ApiDefinition) => [ApiDefinition.SchemaId],
            _ => null,
        };
        if (values is not null)
        {
            schema.Enum = [.. values.Select(value => (JsonNode)value)];
        }

        return Task.CompletedTask;
    }
}
