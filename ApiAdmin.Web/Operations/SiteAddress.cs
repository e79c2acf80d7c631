using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace ApiAdmin.Web.Operations;

/// <summary>The addresses of this site: what it listens on, what to print, and which origins are its own.</summary>
public sealed class SiteAddress(IServer server, IOptions<WebOptions> options) : Core.Invocation.Outbound.IOwnListeners
{
    /// <summary>The address to give to people: <c>PublicUrl</c>, else the first one listened on.</summary>
    public string ForPeople
    {
        get
        {
            var address = options.Value.PublicUrl is { Length: > 0 } known ? known : Listening.FirstOrDefault() ?? options.Value.ListenAddresses.First();
            return address.TrimEnd('/').Replace("//[::]:", "//localhost:", StringComparison.Ordinal)
                .Replace("//0.0.0.0:", "//localhost:", StringComparison.Ordinal);
        }
    }

    private ICollection<string> Listening => server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];

    public bool ListensOn(int port) => Listening.Any(address => BindingAddress.Parse(address).Port == port);

    /// <summary>True for the origin this request came to and for <c>PublicUrl</c>: the only pages that may open a circuit.</summary>
    public bool IsOwnOrigin(HttpRequest request, string origin) =>
        Same(origin, $"{request.Scheme}://{request.Host}")
        || (options.Value.PublicUrl.Length > 0 && Same(origin, options.Value.PublicUrl));

    /// <summary>A name or address that only this machine itself can mean.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool Same(string left, string right) =>
        Uri.TryCreate(left, UriKind.Absolute, out var a) && Uri.TryCreate(right, UriKind.Absolute, out var b)
        && Uri.Compare(a, b, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
