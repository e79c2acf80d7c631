using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Urls;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>Whom the request goes to.</summary>
/// <param name="BasePath">What a base address has before the URL's own path, without a slash at its end.</param>
internal sealed record Origin(string Scheme, string Host, int Port, string BasePath)
{
    /// <summary>As .NET writes it: the port only when it is not the scheme's own.</summary>
    public BuiltHeader HostHeader { get; } = new(
        "Host", MaskedText.Plain(Port == DefaultPort(Scheme) ? Host : $"{Host}:{Port}"), IsDefault: true);

    public static Origin? Of(UrlTemplate url) => CanonicalHost.Ascii(url.Host) is { Length: > 0 } host
        ? new Origin(url.Scheme, host, url.Port ?? DefaultPort(url.Scheme), "")
        : null;

    public static Origin? Sandbox(ISandboxAddress sandbox, BuildContext context)
    {
        if (sandbox.Url is not { } address || !Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            context.Problem("url", FindingCodes.UnknownValue, "The sandbox is off, so {{system.sandbox.url}} has no value. Switch it on (Sandbox:Enabled) or use another URL.");
            return null;
        }

        return new Origin(uri.Scheme, uri.Host, uri.Port, uri.AbsolutePath.TrimEnd('/'));
    }

    private static int DefaultPort(string scheme) => scheme == "https" ? 443 : 80;
}
