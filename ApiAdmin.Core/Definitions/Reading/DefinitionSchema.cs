using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace ApiAdmin.Core.Definitions.Reading;

/// <summary>
/// The JSON Schema of <c>apiadmin.definition/1</c>, made from the records themselves, so that it cannot say anything
/// else than the reader does. The copy in the repository is what others may point their editors at.
/// </summary>
public static class DefinitionSchema
{
    public const string Id = "urn:apiadmin:definition:1";

    /// <summary>What a schema can say only in words: it counts characters, and not those of several places.</summary>
    public const string SampleBody = "At most 1 MiB as UTF-8; the bodies of all samples of a definition have at most 2 MiB together.";

    private static readonly JsonSchemaExporterOptions Exporter = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Transform,
    };

    public static string Generate()
    {
        var schema = Export(typeof(ApiDefinition)).AsObject();
        schema["properties"]!["schema"] = new JsonObject { ["enum"] = new JsonArray(ApiDefinition.SchemaId), ["default"] = ApiDefinition.SchemaId };
        schema["properties"]!["key"] = new JsonObject { ["type"] = "string", ["pattern"] = "^[a-z0-9]+(?:-[a-z0-9]+)*$", ["maxLength"] = 64 };
        schema["properties"]!["method"] = new JsonObject
        {
            ["enum"] = new JsonArray("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"),
            ["default"] = "GET",
        };
        var body = schema["properties"]!["samples"]!["items"]!["properties"]!["body"]!;
        body["maxLength"] = SampleLimits.LargestBody;
        body["description"] = SampleBody;
        var document = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = Id,
            ["title"] = "ApiAdmin API definition, version 1",
            ["description"] = "The description of one external HTTP operation in ApiAdmin's portable form. Members left out have their default; unknown ones are refused.",
        };
        foreach (var (name, value) in schema.ToList())
        {
            schema.Remove(name);
            document[name] = value;
        }

        WithoutConst(document);
        return document.ToJsonString(DefinitionJson.Indented).ReplaceLineEndings("\n") + "\n";
    }

    /// <summary>A list of one name says the same as <c>const</c> and is known to validators of every draft.</summary>
    private static void WithoutConst(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            if (members["const"] is JsonValue only)
            {
                members.Remove("const");
                members["enum"] = new JsonArray(only.DeepClone());
            }

            members.ToList().ForEach(member => WithoutConst(member.Value));
        }
        else if (node is JsonArray items)
        {
            items.ToList().ForEach(WithoutConst);
        }
    }

    private static JsonNode Export(Type type) => DefinitionJson.Options.GetJsonSchemaAsNode(type, Exporter);

    /// <summary>Lists, maps and raw values have converters of ours, of which the exporter knows nothing.</summary>
    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = context.TypeInfo.Type;
        if (JsonShape.IsAny(type))
        {
            return new JsonObject();
        }

        if (JsonShape.ValueTypeOfMap(type) is { } value)
        {
            return new JsonObject { ["type"] = "object", ["additionalProperties"] = Export(value) };
        }

        return JsonShape.ItemTypeOfList(type) is { } item
            ? new JsonObject { ["type"] = "array", ["items"] = Export(item) }
            : schema;
    }
}
