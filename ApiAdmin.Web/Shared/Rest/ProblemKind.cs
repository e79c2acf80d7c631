using ApiAdmin.Core;

namespace ApiAdmin.Web.Shared.Rest;

/// <summary>One kind of problem as the outside sees it: <c>urn:apiadmin:&lt;code&gt;</c>, its status and its title.</summary>
public sealed record ProblemKind(string Code, int Status, string Title)
{
    public static readonly ProblemKind Invalid = new("invalid", 400, "The request breaks rules.");
    public static readonly ProblemKind Unauthenticated = new("unauthenticated", 401, "A valid API key is needed.");
    public static readonly ProblemKind Forbidden = new("forbidden", 403, "The key may not do this.");
    public static readonly ProblemKind NotFound = new("not-found", 404, "There is no such thing.");
    public static readonly ProblemKind MethodNotAllowed = new("method-not-allowed", 405, "This address does not know the method.");
    public static readonly ProblemKind Taken = new("taken", 409, "The key or id is taken.");
    public static readonly ProblemKind InUse = new("in-use", 409, "It is used elsewhere.");
    public static readonly ProblemKind Stale = new("stale", 412, "Somebody else changed it in between.");
    public static readonly ProblemKind TooLarge = new("too-large", 413, "The body is too large.");
    public static readonly ProblemKind UnsupportedMediaType = new("unsupported-media-type", 415, "The body must be JSON.");
    public static readonly ProblemKind PreconditionRequired = new("precondition-required", 428, "A change needs If-Match.");
    public static readonly ProblemKind TooManyRequests = new("too-many-requests", 429, "Too many requests.");
    public static readonly ProblemKind Internal = new("internal", 500, "ApiAdmin failed.");
    public static readonly ProblemKind Unavailable = new("unavailable", 503, "ApiAdmin cannot answer now.");

    public static readonly ProblemKind Busy = new("busy", 503, "The database is busy.");
    public static readonly ProblemKind StoreFull = new("store-full", 503, "There is no room for a change.");

    /// <summary>The closed list that the OpenAPI document publishes.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        Invalid, Unauthenticated, Forbidden, NotFound, MethodNotAllowed, Taken, InUse, Stale, TooLarge, UnsupportedMediaType,
        PreconditionRequired, TooManyRequests, Internal, Unavailable, Busy, StoreFull,
    ];

    public string Type => $"urn:apiadmin:{Code}";

    public static ProblemKind Of(ProblemException problem) => All.FirstOrDefault(kind => kind.Code == problem.Code) ?? Invalid;

    /// <summary>The kind for a status that nothing else explained.</summary>
    public static ProblemKind Of(int status) =>
        All.FirstOrDefault(kind => kind.Status == status) ?? (status >= 500 ? Internal : Invalid);
}
