using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Invocation;

/// <summary>
/// All that is told of one invocation. Secrets and sensitive values already stand as <c>•••</c> in it: nothing
/// downstream (page, history, log, REST) has to mask again. Durations are in ms.
/// </summary>
public sealed record InvocationReport
{
    public required string InvocationId { get; init; }

    public required string Api { get; init; }

    /// <summary>Null for a draft.</summary>
    public int? Version { get; init; }

    /// <summary>The name of the sample that answered; then nothing was sent. Null for a real call.</summary>
    public string? Sample { get; init; }

    public required Outcome Outcome { get; init; }

    /// <summary>One sentence: what happened and, unless it is a success, what to do.</summary>
    public required string Message { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required double DurationMs { get; init; }

    public int Attempts { get; init; } = 1;

    public bool Cached { get; init; }

    /// <summary>Only what happened, in order; adds up to <see cref="DurationMs"/> within 5 %.</summary>
    public ValueList<ReportPhase> Phases { get; init; } = [];

    public ReportRequest? Request { get; init; }

    public ReportResponse? Response { get; init; }

    public ReportConnection? Connection { get; init; }

    public ValueList<ReportRedirect> Redirects { get; init; } = [];

    public ValueList<ReportOutput> Outputs { get; init; } = [];

    public ValueList<ReportStep> Steps { get; init; } = [];

    public ValueList<string> Warnings { get; init; } = [];
}

public sealed record ReportPhase(string Name, double Ms);

public sealed record ReportHeader(string Name, string Value);

public sealed record ReportRequest
{
    public required string Method { get; init; }

    public required string Url { get; init; }

    public ValueList<ReportHeader> Headers { get; init; } = [];

    public string? Body { get; init; }

    /// <summary>The request as the text that goes over the wire, secrets masked.</summary>
    public string? Text { get; init; }
}

public sealed record ReportResponse
{
    public required int Status { get; init; }

    public string Reason { get; init; } = "";

    public required string HttpVersion { get; init; }

    public ValueList<ReportHeader> Headers { get; init; } = [];

    /// <summary>What the answer asks a browser to keep, without the values: those are credentials.</summary>
    public ValueList<ReportCookie> Cookies { get; init; } = [];

    public string? MediaType { get; init; }

    public string? Charset { get; init; }

    /// <summary>Body bytes as they came over the wire, before decompression.</summary>
    public long WireBytes { get; init; }

    /// <summary>Body bytes after decompression.</summary>
    public long BodyBytes { get; init; }

    /// <summary><see cref="Body"/> holds only the first 64 KiB.</summary>
    public bool Truncated { get; init; }

    public string? Body { get; init; }

    /// <summary>Set instead of <see cref="Body"/> when the body is no text.</summary>
    public string? BodyBase64 { get; init; }
}

/// <summary>One cookie that was received. Its attributes stand as they were sent.</summary>
public sealed record ReportCookie
{
    public required string Name { get; init; }

    public string? Domain { get; init; }

    public string? Path { get; init; }

    public string? Expires { get; init; }

    /// <summary>Seconds.</summary>
    public string? MaxAge { get; init; }

    public string? SameSite { get; init; }

    public bool Secure { get; init; }

    public bool HttpOnly { get; init; }
}

public sealed record ReportConnection
{
    public bool Reused { get; init; }

    public string? RemoteAddress { get; init; }

    /// <summary><c>1.2</c> or <c>1.3</c>; null over plain http.</summary>
    public string? Tls { get; init; }

    public ReportCertificate? Certificate { get; init; }

    /// <summary>From the server's own certificate to the root, as far as known.</summary>
    public ValueList<ReportCertificate> Chain { get; init; } = [];

    /// <summary>Which rule of <c>Outbound:Allow</c> let a private address through; null for a public one.</summary>
    public string? AllowedBy { get; init; }
}

public sealed record ReportCertificate
{
    public required string Subject { get; init; }

    public required string Issuer { get; init; }

    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>What is wrong with it, in plain words; null when nothing is.</summary>
    public string? Problem { get; init; }
}

public sealed record ReportRedirect(int Status, string Url);

public sealed record ReportOutput
{
    public required string Name { get; init; }

    public required ParamType Type { get; init; }

    public RawJson? Value { get; init; }

    /// <summary>The text that matched, as it stands in the response.</summary>
    public string? Raw { get; init; }

    public int? Line { get; init; }

    public int? Column { get; init; }

    public OutputProblem? Problem { get; init; }
}

public sealed record OutputProblem
{
    public required OutputProblemCode Code { get; init; }

    public required string Message { get; init; }

    /// <summary>The longest part of the path that matched.</summary>
    public string? Matched { get; init; }

    /// <summary>The nearest existing path.</summary>
    public string? Nearest { get; init; }
}

public enum OutputProblemCode { NoMatch, IsNull, WrongType, TooLarge, BadPath, Undecodable }

public sealed record ReportStep
{
    public required string Name { get; init; }

    public required StepState State { get; init; }

    public double Ms { get; init; }

    /// <summary>Why it failed, or was not needed.</summary>
    public string? Detail { get; init; }

    /// <summary>The output that a step <c>output</c> is about; null in all others.</summary>
    public string? Output { get; init; }

    /// <summary>What went in; only in reports of tests.</summary>
    public ValueList<StepFact> In { get; init; } = [];

    /// <summary>What came out; only in reports of tests.</summary>
    public ValueList<StepFact> Out { get; init; } = [];
}

/// <summary>Something a step was given or made, masked and shortened.</summary>
/// <param name="Name">An input's name, a rule, or one of the closed list of <see cref="Steps.FactNames"/>.</param>
public sealed record StepFact(string Name, string Value);

public enum StepState { Ok, Failed, Skipped }
