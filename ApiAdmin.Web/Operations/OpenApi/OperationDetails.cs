using System.Text.Json.Nodes;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ApiAdmin.Web.Operations.OpenApi;

/// <summary>What the handlers' signatures do not say of an operation: its scopes, the types of its query, examples.</summary>
internal static class OperationDetails
{
    public const string Bearer = "bearer";
    public const string Header = "apiKey";

    public static Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            Describe(parameter, context.Description.RelativePath ?? "");
        }

        Sort(operation);
        var demands = context.Description.ActionDescriptor.EndpointMetadata.OfType<DemandsAttribute>().FirstOrDefault();
        var scopes = demands is null ? [] : ScopesOf(demands.Operation);
        operation.Description += scopes.Count > 0 ? $" Needs the scope {string.Join(" or ", scopes)}." : " Any key may.";
        operation.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = scopes },
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Header, context.Document)] = scopes },
        ];
        if (operation.RequestBody?.Content?.TryGetValue("application/json", out var json) == true && Examples.OfRequest(operation.OperationId) is { } example)
        {
            json.Example = example;
        }

        foreach (var (media, content) in (operation.Responses ?? []).Values.SelectMany(response => response.Content ?? new Dictionary<string, OpenApiMediaType>()))
        {
            // A handler names one type for all its media types, but only JSON has its members.
            content.Schema = media.EndsWith("/xml", StringComparison.Ordinal) ? new OpenApiSchema { Type = JsonSchemaType.String, Description = "JUnit XML." } : content.Schema;
        }

        return Task.CompletedTask;
    }

    private static void Sort(OpenApiOperation operation)
    {
        var sorted = new OpenApiResponses();
        foreach (var (status, response) in (operation.Responses ?? []).OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            sorted[status] = response;
        }

        operation.Responses = sorted;
    }

    private static List<string> ScopesOf(Operation operation) =>
        operation == Operation.ReadOwnInvocations ? [] : [.. Scopes.All.Where(scope => Permissions.Allows([scope], operation))];

    private static void Describe(OpenApiParameter parameter, string path)
    {
        switch (parameter.Name)
        {
            case "page":
                parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Default = 1 };
                break;
            case "pageSize":
                parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = "100", Default = 50 };
                break;
            case "status":
                parameter.Schema = Choice("draft", "published");
                break;
            case "sort":
                parameter.Schema = Choice([.. Enum.GetNames<ApiSort>().Select(name => name.ToLowerInvariant()).SelectMany(name => new[] { name, "-" + name })]);
                break;
            case "format":
                parameter.Schema = Choice("json", "junit");
                break;
            case "key":
                parameter.Description = "The key of the API, such as order-status.";
                break;
            case "name":
                parameter.Description = "The name of the secret.";
                break;
            case "id":
                parameter.Description ??= path.Contains("/invocations", StringComparison.Ordinal) ? "The invocationId of a report." : "The id it was given, or answered with, when it was made.";
                break;
        }
    }

    private static OpenApiSchema Choice(params string[] names) =>
        new() { Type = JsonSchemaType.String, Enum = [.. names.Select(name => (JsonNode)name)] };
}
