using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Core.Definitions;

/// <summary>A saved call of the definition and what is expected of it.</summary>
public sealed record TestCase
{
    public required string Name { get; init; }

    public ValueMap<RawJson?> Inputs { get; init; } = ValueMap<RawJson?>.Empty;

    public CaseExpectation Expect { get; init; } = new();
}

public sealed record CaseExpectation
{
    public Outcome? Outcome { get; init; }

    public ValueMap<RawJson?> Outputs { get; init; } = ValueMap<RawJson?>.Empty;

    public double? MaxDurationMs { get; init; }
}
