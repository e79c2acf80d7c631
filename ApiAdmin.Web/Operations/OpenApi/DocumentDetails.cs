using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ApiAdmin.Web.Operations.OpenApi;

/// <summary>The document's head: what it is, how to authenticate, what the groups mean.</summary>
internal static class DocumentDetails
{
    private static readonly (string Name, string Description)[] Tags =
    [
        ("APIs", "Descriptions of external HTTP operations, in their portable form apiadmin.definition/1."),
        ("Invocations", "Running an API for real and reading the report. Every outcome is an answer of 200; outcome says which."),
        ("Secrets", "Values that go in and never come out, each bound to the hosts it may be sent to."),
        ("Keys", "What the key that makes the request may do."),
    ];

    public static Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "ApiAdmin",
            Version = "v1",
            Description = "Describe external HTTP APIs once, run them, read what they answered. JSON is camelCase, times are RFC 3339 in UTC, "
                + "durations in ms. Problems are RFC 9457 problem details with every finding at once; members that are not known are refused by name.",
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Tags = Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }).ToHashSet();
        var components = document.Components ??= new OpenApiComponents();
        components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [OperationDetails.Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "Authorization: Bearer and the API key, as create-key printed it.",
            },
            [OperationDetails.Header] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "X-Api-Key", Description = "The same key in a header of its own.",
            },
        };
        return Task.CompletedTask;
    }
}
