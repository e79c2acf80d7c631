using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;

namespace ApiAdmin.Web.Operations.OpenApi;

/// <summary><c>/docs</c>.</summary>
internal static class DocsEndpoint
{
    public static void MapDocs(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/docs", ShowAsync).ExcludeFromDescription().AllowAnonymous();

    private static async Task<RazorComponentResult<DocsPage>> ShowAsync(
        [FromKeyedServices(OpenApiRegistration.Document)] IOpenApiDocumentProvider documents, CancellationToken cancellationToken) =>
        new(new { Model = new DocsModel(await documents.GetOpenApiDocumentAsync(cancellationToken)) });
}
