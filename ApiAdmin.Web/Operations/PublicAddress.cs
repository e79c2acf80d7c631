using Microsoft.Extensions.Options;

namespace ApiAdmin.Web.Operations;

/// <summary>The address to show to somebody who is here already: <c>PublicUrl</c>, else the one that brought them. Without a slash at its end.</summary>
public sealed class PublicAddress(IOptions<WebOptions> options)
{
    public string Of(HttpRequest request) => Of($"{request.Scheme}://{request.Host}");

    /// <param name="reached">This site's address as the browser wrote it.</param>
    public string Of(string reached) => (options.Value.PublicUrl is { Length: > 0 } known ? known : reached).TrimEnd('/');
}
