using System.IO.Compression;

namespace ApiAdmin.Core.Invocation.Reading;

/// <summary>Undoes the one content encoding a response may have (RFC 9110, section 8.4).</summary>
internal static class ContentDecoder
{
    /// <summary>What we say we accept; the builder's default Accept-Encoding names the same.</summary>
    public static async ValueTask<Stream> DecodeAsync(Stream body, IReadOnlyList<string> encodings, CancellationToken cancellationToken) =>
        encodings[0] switch
        {
            "gzip" or "x-gzip" => new GZipStream(body, CompressionMode.Decompress),
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            _ => await InflateAsync(body, cancellationToken),
        };

    /// <summary>The encodings named, without <c>identity</c>; a problem when there is more than one or one we do not know.</summary>
    public static IReadOnlyList<string> Read(IEnumerable<string> header, out string? problem)
    {
        var named = header.SelectMany(value => value.Split(',')).Select(value => value.Trim().ToLowerInvariant())
            .Where(value => value.Length > 0 && value != "identity").ToList();
        problem = named switch
        {
            { Count: > 1 } => $"The body is encoded {named.Count} times ({string.Join(", ", named)}); only one encoding is accepted. Ask whoever runs that system to send it once.",
            [var one] when one is not ("gzip" or "x-gzip" or "deflate" or "br") =>
                $"The body is encoded as \"{one}\", which cannot be read. Set the header Accept-Encoding to gzip or br, or ask whoever runs that system.",
            _ => null,
        };
        return named;
    }

    /// <summary>"deflate" means zlib (RFC 1950), but some servers send the bare stream (RFC 1951); the first two bytes tell.</summary>
    private static async ValueTask<Stream> InflateAsync(Stream body, CancellationToken cancellationToken)
    {
        var start = new byte[2];
        var read = await body.ReadAtLeastAsync(start, 2, throwOnEndOfStream: false, cancellationToken);
        var whole = new PrefixedStream(start.AsMemory(0, read), body);
        var isZlib = read == 2 && (start[0] & 0x0f) == 8 && ((start[0] << 8) | start[1]) % 31 == 0;
        return isZlib ? new ZLibStream(whole, CompressionMode.Decompress) : new DeflateStream(whole, CompressionMode.Decompress);
    }
}
