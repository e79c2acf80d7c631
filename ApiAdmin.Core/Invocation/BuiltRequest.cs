using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Invocation;

/// <summary>
/// One HTTP request, complete: what the preview shows, what is copied and what is sent are all made from it.
/// Header names and values are checked; the target is canonical; <see cref="Headers"/> holds every header in the order
/// of the wire, also <c>Host</c>, <c>Content-Type</c> and <c>Content-Length</c>.
/// </summary>
public sealed record BuiltRequest
{
    public required string Method { get; init; }

    /// <summary><c>http</c> or <c>https</c>.</summary>
    public required string Scheme { get; init; }

    /// <summary>Canonical host: an IDNA A-label name in lower case, or an address literal (IPv6 with brackets).</summary>
    public required string Host { get; init; }

    public required int Port { get; init; }

    /// <summary>Path and query as sent in the request line, beginning with <c>/</c>; already escaped, pure ASCII.</summary>
    public required MaskedText Target { get; init; }

    public ValueList<BuiltHeader> Headers { get; init; } = [];

    public BuiltBody? Body { get; init; }

    /// <summary>Names of the secrets in it, with the hosts each may be sent to.</summary>
    public ValueList<UsedSecret> Secrets { get; init; } = [];

    /// <summary>scheme://host[:port], the port left out when it is the scheme's own (RFC 6454).</summary>
    public string Origin => IsDefaultPort ? $"{Scheme}://{Host}" : $"{Scheme}://{Host}:{Port}";

    /// <summary>The absolute address of a target, without the origin being made for it.</summary>
    public string UrlOf(string target) => IsDefaultPort ? $"{Scheme}://{Host}{target}" : $"{Scheme}://{Host}:{Port}{target}";

    public bool IsDefaultPort => Port == (Scheme == "https" ? 443 : 80);

    public bool IsResolved => Target.IsResolved && HeadersAreResolved() && (Body is null || Body.IsResolved);

    private bool HeadersAreResolved()
    {
        foreach (var header in Headers)
        {
            if (!header.Value.IsResolved)
            {
                return false;
            }
        }

        return true;
    }
}

/// <param name="IsDefault">Not from the definition but added by ApiAdmin (Host, User-Agent, Accept …).</param>
public sealed record BuiltHeader(string Name, MaskedText Value, bool IsDefault = false);

/// <summary>A secret that the request carries and the hosts it may go to.</summary>
public sealed record UsedSecret(string Name, ValueList<string> Hosts);

/// <summary>The body as consecutive parts: text (sent as UTF-8) or bytes.</summary>
public sealed record BuiltBody
{
    public ValueList<BodyPart> Parts { get; init; } = [];

    public bool IsResolved => Parts.OfType<TextBodyPart>().All(p => p.Text.IsResolved);

    /// <summary>The exact bytes of the wire.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        foreach (var part in Parts)
        {
            stream.Write(part switch
            {
                TextBodyPart text => System.Text.Encoding.UTF8.GetBytes(text.Text.Reveal()),
                BinaryBodyPart binary => binary.Bytes.Span,
                _ => default,
            });
        }

        return stream.ToArray();
    }
}

public abstract record BodyPart;

public sealed record TextBodyPart(MaskedText Text) : BodyPart;

public sealed record BinaryBodyPart(ReadOnlyMemory<byte> Bytes) : BodyPart;
