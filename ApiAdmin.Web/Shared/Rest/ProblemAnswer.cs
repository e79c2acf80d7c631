using System.Text.Json.Serialization;
using ApiAdmin.Core;

namespace ApiAdmin.Web.Shared.Rest;

/// <summary>RFC 9457 problem details as every endpoint under <c>/api/v1</c> answers them.</summary>
public sealed record ProblemAnswer
{
    public const string MediaType = "application/problem+json";

    /// <summary><c>urn:apiadmin:</c> and the code of the problem.</summary>
    public required string Type { get; init; }

    public required string Title { get; init; }

    public required int Status { get; init; }

    /// <summary>What happened and what to do.</summary>
    public required string Detail { get; init; }

    /// <summary>Finds the request in the logs.</summary>
    public required string TraceId { get; init; }

    /// <summary>All findings at once, or the places where the thing is used.</summary>
    public IReadOnlyList<Finding> Errors { get; init; } = [];

    /// <summary>On 412: who saved in between.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ChangedBy { get; init; }

    /// <summary>On 412: when.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ChangedAt { get; init; }
}
