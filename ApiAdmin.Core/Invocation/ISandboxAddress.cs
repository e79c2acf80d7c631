using System.Net;

namespace ApiAdmin.Core.Invocation;

/// <summary>
/// Where the sandbox upstream listens. The system variable <c>sandbox.url</c> and the outbound guard's one exception
/// for our own machine both come from it.
/// </summary>
public interface ISandboxAddress
{
    /// <summary>Scheme, address and port without a trailing slash (<c>http://127.0.0.1:41234</c>); null when the sandbox is off.</summary>
    string? Url { get; }

    /// <summary>The address and port it listens on; null when the sandbox is off.</summary>
    IPEndPoint? EndPoint { get; }
}

/// <summary>No sandbox.</summary>
public sealed class NoSandbox : ISandboxAddress
{
    public string? Url => null;

    public IPEndPoint? EndPoint => null;
}
