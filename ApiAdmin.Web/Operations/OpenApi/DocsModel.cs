using Microsoft.OpenApi;

namespace ApiAdmin.Web.Operations.OpenApi;

/// <summary>The document, cut the way the page shows it.</summary>
public sealed class DocsModel(OpenApiDocument document)
{
    public OpenApiDocument Document { get; } = document;

    public IEnumerable<IOpenApiSecurityScheme> SecuritySchemes => Document.Components?.SecuritySchemes?.Values ?? [];

    public IDictionary<string, IOpenApiSchema> Schemas => Document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>();

    public IEnumerable<(OpenApiTag Tag, List<DocsEntry> Operations)> Groups =>
        (Document.Tags ?? new HashSet<OpenApiTag>()).Select(tag => (tag, Entries.Where(entry => entry.IsIn(tag)).ToList()));

    private IEnumerable<DocsEntry> Entries =>
        from path in Document.Paths
        from operation in path.Value.Operations ?? []
        select new DocsEntry(operation.Key.Method, path.Key, operation.Value);
}
