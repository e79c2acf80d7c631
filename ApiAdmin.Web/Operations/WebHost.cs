using System.Net;
using ApiAdmin.Core.Invocation.Outbound;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ApiAdmin.Web.Operations;

/// <summary>The site as a server: its address, whom it believes, what it refuses before anything else runs.</summary>
public static class WebHost
{
    public static void AddWebHost(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<WebOptions>().Bind(builder.Configuration).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebOptions>, WebOptionsValidator>();
        services.AddSingleton<SiteAddress>();
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<IOwnListeners>(provider => provider.GetRequiredService<SiteAddress>());
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<WebOptions>>(BelieveProxies);
        services.AddOptions<HostFilteringOptions>().Configure<IOptions<WebOptions>>(NameHosts);
        services.AddSingleton<Readiness>();
        services.AddSingleton<WarmUp>();
        services.AddProblemDetails();
        services.AddExceptionHandler<LastResort>();
        builder.WebHost.UseUrls(new WebOptions { Urls = builder.Configuration["Urls"] ?? new WebOptions().Urls }.Urls);
        builder.AddHostLimits();
        builder.AddSafeConsole();
    }

    private static void BelieveProxies(ForwardedHeadersOptions headers, IOptions<WebOptions> options)
    {
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        foreach (var proxy in options.Value.ForwardedHeaders.KnownProxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                headers.KnownProxies.Add(address);
            }
            else
            {
                headers.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        }

        headers.ForwardedHeaders = options.Value.ForwardedHeaders.KnownProxies.Count == 0
            ? Microsoft.AspNetCore.HttpOverrides.ForwardedHeaders.None
            : Microsoft.AspNetCore.HttpOverrides.ForwardedHeaders.XForwardedFor
                | Microsoft.AspNetCore.HttpOverrides.ForwardedHeaders.XForwardedProto
                | Microsoft.AspNetCore.HttpOverrides.ForwardedHeaders.XForwardedHost;
    }

    /// <summary>
    /// A site that only this machine reaches answers to loopback names alone, so that a foreign name made to point here
    /// gets nowhere; one with a public address answers to that too. Listening for others without a public address,
    /// it cannot know its names.
    /// </summary>
    private static void NameHosts(HostFilteringOptions filtering, IOptions<WebOptions> options)
    {
        var site = options.Value;
        var onlyLoopback = site.ListenAddresses.All(address => SiteAddress.IsLoopback(BindingAddress.Parse(address).Host));
        if (site.PublicUrl.Length == 0 && !onlyLoopback)
        {
            filtering.AllowedHosts = ["*"];
            return;
        }

        filtering.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"];
        if (site.PublicUrl.Length > 0)
        {
            filtering.AllowedHosts.Add(new Uri(site.PublicUrl).Host);
        }
    }
}
