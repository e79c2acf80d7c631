using Microsoft.AspNetCore.Routing.Template;

namespace ApiAdmin.Web.Shared.Rest;

/// <summary>
/// Which methods an address of <c>/api/v1</c> knows. Routing alone cannot tell for GET: the pages answer any address that
/// nothing else takes, so it finds their "not found" instead of saying that the method is wrong.
/// </summary>
internal static class AllowedMethods
{
    public static IReadOnlyList<string> Of(PathString path, EndpointDataSource endpoints) =>
        [.. endpoints.Endpoints.OfType<RouteEndpoint>().Where(endpoint => IsRest(endpoint) && Matches(endpoint, path))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static bool IsRest(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText?.StartsWith(ApiProblems.Prefix, StringComparison.Ordinal) == true;

    private static bool Matches(RouteEndpoint endpoint, PathString path) =>
        new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []).TryMatch(path, []);
}
