using System.Text.Json;
using System.Text.Json.Serialization;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Web.Shared.Rest;

/// <summary>JSON as it leaves over REST: like a definition's, but every member of a shape is there, null ones too.</summary>
public static class RestJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Gives the same to minimal APIs and to the OpenAPI document, so that what is described is what is sent.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        var model = DefinitionJson.Options;
        options.PropertyNamingPolicy = model.PropertyNamingPolicy;
        options.DictionaryKeyPolicy = model.DictionaryKeyPolicy;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Encoder = model.Encoder;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
        options.UnmappedMemberHandling = model.UnmappedMemberHandling;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.AllowDuplicateProperties = false;
        options.AllowOutOfOrderMetadataProperties = true;
        options.MaxDepth = model.MaxDepth;
        foreach (var converter in model.Converters)
        {
            options.Converters.Add(converter);
        }
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
        };
        Configure(options);
        options.MakeReadOnly();
        return options;
    }
}
