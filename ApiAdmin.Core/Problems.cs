namespace ApiAdmin.Core;

/// <summary>One thing that is wrong with something a person or program handed in.</summary>
/// <param name="Path">Where, as a member path: <c>parameters[2].name</c>; empty for the whole document.</param>
/// <param name="Code">A short stable code of the closed list in <see cref="FindingCodes"/>.</param>
/// <param name="Message">One sentence: what is wrong and how to mend it.</param>
public sealed record Finding(string Path, string Code, string Message);

/// <summary>
/// A request that cannot be carried out, for a reason the requester can understand. The web layer turns it into
/// RFC 9457 problem details, pages turn it into a sentence; it is never a bug of ours.
/// </summary>
/// <param name="code">Last part of the problem type <c>urn:apiadmin:&lt;code&gt;</c>.</param>
/// <param name="detail">What happened and what to do.</param>
public abstract class ProblemException(string code, string detail) : Exception(detail)
{
    public string Code { get; } = code;

    public virtual IReadOnlyList<Finding> Findings => [];
}

/// <summary>What was handed in is malformed or breaks rules; all findings at once (HTTP 400).</summary>
public sealed class InvalidException(IReadOnlyList<Finding> findings, string? detail = null)
    : ProblemException("invalid", detail ?? Summary(findings))
{
    public override IReadOnlyList<Finding> Findings { get; } = findings;

    private static string Summary(IReadOnlyList<Finding> findings) =>
        findings.Count == 1 ? findings[0].Message : $"{findings.Count} things need mending; each is listed with its place.";
}

/// <summary>There is no such thing, or the actor may not know of it (HTTP 404).</summary>
public sealed class NotFoundException(string detail) : ProblemException("not-found", detail);

/// <summary>The actor lacks the right (HTTP 403).</summary>
public sealed class AccessDeniedException(string detail) : ProblemException("forbidden", detail);

/// <summary>The key or id is taken (HTTP 409).</summary>
public sealed class TakenException(string detail, IReadOnlyList<Finding> findings) : ProblemException("taken", detail)
{
    public override IReadOnlyList<Finding> Findings { get; } = findings;
}

/// <summary>It is used elsewhere and so cannot go; <see cref="ProblemException.Findings"/> lists the uses (HTTP 409).</summary>
public sealed class InUseException(string detail, IReadOnlyList<Finding> uses) : ProblemException("in-use", detail)
{
    public override IReadOnlyList<Finding> Findings { get; } = uses;
}

/// <summary>Another writer kept the database busy; nothing was changed (HTTP 503).</summary>
public sealed class BusyException() : ProblemException(
    "busy", "The database is busy with another change, so nothing was saved. Try again in a moment.");

/// <summary>The store has no room for a change; nothing was changed, and reading goes on (HTTP 503).</summary>
public sealed class StoreFullException() : ProblemException(
    "store-full", "There is no room left where ApiAdmin keeps its data, so nothing was saved. Make room on that disk, then try again.");

/// <summary>A change came without <c>If-Match</c> (HTTP 428).</summary>
public sealed class PreconditionRequiredException(string detail) : ProblemException("precondition-required", detail);

/// <summary>More than one may do in a while; nothing was done (HTTP 429).</summary>
public sealed class TooManyException(string detail, TimeSpan retryAfter) : ProblemException("too-many-requests", detail)
{
    public TimeSpan RetryAfter { get; } = retryAfter;
}

/// <summary>Somebody else changed it in between (HTTP 412).</summary>
/// <param name="changedFields">Paths of what was changed since; empty when that is not known.</param>
public sealed class StaleException(
    string what, string changedBy, DateTimeOffset changedAt, string currentTag, IReadOnlyList<string>? changedFields = null)
    : ProblemException("stale", $"{changedBy} changed {what} at {changedAt:u}. Load it again, or compare the changes and save over them.")
{
    public string ChangedBy { get; } = changedBy;

    public DateTimeOffset ChangedAt { get; } = changedAt;

    /// <summary>The version token to send when saving over it.</summary>
    public string CurrentTag { get; } = currentTag;

    public IReadOnlyList<string> ChangedFields { get; } = changedFields ?? [];

    public override IReadOnlyList<Finding> Findings =>
        [.. ChangedFields.Select(path => new Finding(path, FindingCodes.Changed, $"{ChangedBy} or somebody before changed it since it was read."))];
}
