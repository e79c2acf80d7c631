namespace ApiAdmin.Core.Definitions;

/// <summary>When an answer counts as a success; evaluated in the order the report's outcome is decided in.</summary>
public sealed record SuccessRule
{
    /// <summary>Accepted statuses: a number <c>204</c> or a class <c>2xx</c>.</summary>
    public ValueList<string> Status { get; init; } = ["2xx"];

    public RuleMatch Match { get; init; } = RuleMatch.All;

    /// <summary>An empty list always holds.</summary>
    public ValueList<BodyRule> Rules { get; init; } = [];

    public NotFoundRule NotFound { get; init; } = new();

    /// <summary>JSONPath to the message of a business failure.</summary>
    public string? Message { get; init; }
}

public sealed record NotFoundRule
{
    public ValueList<string> Status { get; init; } = [];

    /// <summary>All of them have to hold; an empty list never holds.</summary>
    public ValueList<BodyRule> Rules { get; init; } = [];
}

/// <summary>One comparison: the value at <see cref="Path"/>, <see cref="Op"/>, <see cref="Value"/>.</summary>
public sealed record BodyRule
{
    public required string Path { get; init; }

    public required RuleOperator Op { get; init; }

    /// <summary>Left out for <c>exists</c>, <c>missing</c>, <c>missingOrNull</c> and <c>empty</c>; an array for <c>in</c>.</summary>
    public RawJson? Value { get; init; }
}

public enum RuleMatch { All, Any }

public enum RuleOperator { Eq, Ne, Gt, Ge, Lt, Le, Contains, StartsWith, Matches, In, Exists, Missing, MissingOrNull, Empty }
