using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Reading;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ApiAdmin.Web.Operations.OpenApi;

/// <summary>Describes the types that write themselves: value lists, value maps and raw JSON, of which the generator knows nothing; and what only words can say.</summary>
internal static class ValueSchemas
{
    public static async Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(RawJson) || type == typeof(JsonElement))
        {
            schema.Description ??= "Any JSON value; a number keeps its digits.";
        }
        else if (context.JsonPropertyInfo is { Name: "body" } property && property.DeclaringType == typeof(ResponseSample))
        {
            (schema.MaxLength, schema.Description) = (SampleLimits.LargestBody, DefinitionSchema.SampleBody);
        }
        else if (Argument(type, typeof(ValueList<>)) is { } item)
        {
            schema.Type = JsonSchemaType.Array;
            schema.Items = await context.GetOrCreateSchemaAsync(item, null, cancellationToken);
        }
        else if (Argument(type, typeof(ValueMap<>)) is { } value)
        {
            schema.Type = JsonSchemaType.Object;
            schema.AdditionalProperties = await context.GetOrCreateSchemaAsync(value, null, cancellationToken);
        }
    }

    private static Type? Argument(Type type, Type generic) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == generic ? type.GetGenericArguments()[0] : null;
}
