using ApiAdmin.Core.Invocation.Outbound;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ApiAdmin.Web.Invocation;

/// <summary>The ports the web server really bound, known once it has started.</summary>
internal sealed class ServerListeners(IServer server) : IOwnListeners
{
    public bool ListensOn(int port) =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.Any(address => BindingAddress.Parse(address).Port == port) ?? false;
}
