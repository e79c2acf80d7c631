using System.Text.Json;
using System.Text.Json.Serialization;

namespace ApiAdmin.Core.Invocation;

/// <summary>How an invocation ended. The set is closed: test panel, gateway, call log and flow exits all use it.</summary>
[JsonConverter(typeof(OutcomeJsonConverter))]
public enum Outcome
{
    Success,
    NotFound,
    BusinessFailure,
    HttpError,
    InvalidResponse,
    Timeout,
    Unreachable,
    Rejected,
    Blocked,
    InvalidInput,
    Cancelled,
}

/// <summary>Outcomes by their wire name, in snake_case: <c>not_found</c>.</summary>
public sealed class OutcomeJsonConverter() : JsonStringEnumConverter<Outcome>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);
