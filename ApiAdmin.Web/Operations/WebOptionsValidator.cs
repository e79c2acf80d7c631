using System.Net;
using Microsoft.Extensions.Options;

namespace ApiAdmin.Web.Operations;

/// <summary>Holds the start until every setting of the site can be used; all findings at once, each naming its setting.</summary>
public sealed class WebOptionsValidator : IValidateOptions<WebOptions>
{
    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        var problems = Addresses(options).Concat(Proxies(options)).Concat(Limits(options.RateLimits)).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    public static bool IsProxy(string text) => IPAddress.TryParse(text, out _) || IPNetwork.TryParse(text, out _);

    private static IEnumerable<string> Addresses(WebOptions options)
    {
        if (!options.ListenAddresses.Any())
        {
            yield return "Urls is empty. Set it to the address to listen on, such as http://127.0.0.1:5080.";
        }

        foreach (var address in options.ListenAddresses.Where(address => !IsListenAddress(address)))
        {
            yield return $"Urls holds '{address}', which is no address to listen on. Write it as http://127.0.0.1:5080.";
        }

        if (options.PublicUrl.Length > 0 && !IsSite(options.PublicUrl))
        {
            yield return $"PublicUrl is '{options.PublicUrl}', which is no address of a site. Write it as https://apiadmin.example.com, without a path.";
        }
    }

    private static IEnumerable<string> Proxies(WebOptions options) => options.ForwardedHeaders.KnownProxies
        .Select((proxy, index) => (proxy, index))
        .Where(entry => !IsProxy(entry.proxy))
        .Select(entry => $"ForwardedHeaders:KnownProxies:{entry.index} is '{entry.proxy}', which is neither an IP address nor a network such as 10.0.0.0/24.");

    private static IEnumerable<string> Limits(RateLimitOptions limits) =>
        new (string Name, int Value)[]
        {
            (nameof(limits.PerSecond), limits.PerSecond),
            (nameof(limits.QueriesPerSecond), limits.QueriesPerSecond),
            (nameof(limits.AnonymousPerSecond), limits.AnonymousPerSecond),
            (nameof(limits.SignInPerMinute), limits.SignInPerMinute),
            (nameof(limits.CircuitsPerUser), limits.CircuitsPerUser),
        }
        .Where(limit => limit.Value is < 1 or > 1_000_000)
        .Select(limit => $"RateLimits:{limit.Name} is {limit.Value}; set it to a number from 1 to 1000000.");

    private static bool IsListenAddress(string text)
    {
        try
        {
            return BindingAddress.Parse(text).Scheme is "http" or "https";
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool IsSite(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https")
        && uri.AbsolutePath == "/" && uri.Query.Length == 0 && uri.UserInfo.Length == 0;
}
