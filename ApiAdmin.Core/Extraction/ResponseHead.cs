using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Core.Extraction;

/// <summary>What of a response is known before its body.</summary>
public sealed record ResponseHead
{
    /// <summary>The request's method: a HEAD has no body, whatever its headers say.</summary>
    public string Method { get; init; } = "GET";

    public required int Status { get; init; }

    public string Reason { get; init; } = "";

    public IReadOnlyList<ReportHeader> Headers { get; init; } = [];

    /// <summary>In lower case and without parameters; null when not told.</summary>
    public string? MediaType { get; init; }

    /// <summary>Also tell what the rules found.</summary>
    public bool Explain { get; init; }

    /// <summary>RFC 9110, section 6.4.1.</summary>
    public bool CanHaveBody => Method != "HEAD" && Status is not (204 or 304) && Status >= 200;

    public string StatusText => Reason.Length == 0 ? $"{Status}" : $"{Status} {Reason}";
}
