using System.Buffers;
using System.Net;
using ApiAdmin.Core.Invocation.Building;

namespace ApiAdmin.Core.Invocation.Sending;

/// <summary>A built request as the handler's message: same target bytes, same headers in the same order, HTTP/1.1 only.</summary>
internal static class WireRequest
{
    private static readonly SearchValues<char> TokenChars = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(i => (char)i).Where(c => c != '\t'), '\u007f']);

    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <exception cref="SendException">A header that HTTP cannot carry; nothing is sent.</exception>
    public static HttpRequestMessage Create(BuiltRequest request, RequestTrace trace)
    {
        var message = new TracedMessage(trace, HttpMethod.Parse(request.Method), new Uri(request.UrlOf(request.Target.Reveal()), in AsWritten))
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        AddHeaders(message, request);
        return message;
    }

    private static void AddHeaders(HttpRequestMessage message, BuiltRequest request)
    {
        foreach (var header in request.Headers)
        {
            var value = header.Value.Reveal();
            Check(header.Name, value);
            if (WireHeaders.IsOfContent(header.Name))
            {
                // An unsafe method always has a content, be it empty: the handler repeats a request without one on a
                // connection that turns out dead, and a repeated POST is the upstream's double booking.
                message.Content ??= Body(request);
                if (!header.Name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                {
                    message.Content.Headers.TryAddWithoutValidation(header.Name, value);
                }
            }
            else if (!message.Headers.TryAddWithoutValidation(header.Name, value))
            {
                throw new SendException(Outcome.InvalidInput, $"The header \"{header.Name}\" cannot be sent. Rename or remove it.");
            }
        }

        message.Content ??= request.Body is null ? null : Body(request);
    }

    private static ReadOnlyContent Body(BuiltRequest request) => new(request.Body?.ToBytes() ?? []);

    /// <summary>The framework's unchecked way puts CR and LF on the wire as they are, so the check is ours.</summary>
    private static void Check(string name, string value)
    {
        if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(TokenChars))
        {
            throw new SendException(Outcome.InvalidInput, $"\"{name}\" is not a header name; use letters, digits and hyphens.");
        }

        if (value.AsSpan().ContainsAny(Controls))
        {
            throw new SendException(Outcome.InvalidInput, $"The value of the header \"{name}\" holds a line break or control character; take it out.");
        }
    }

    private sealed class ReadOnlyContent(byte[] bytes) : ByteArrayContent(bytes);
}

/// <summary>A message that the connector can tell the trace from, without the dictionary of its options.</summary>
internal sealed class TracedMessage(RequestTrace trace, HttpMethod method, Uri uri) : HttpRequestMessage(method, uri)
{
    public RequestTrace Trace { get; } = trace;
}
