namespace ApiAdmin.Core.Definitions;

/// <summary>A response kept with the definition, to try outputs and rules on without calling anyone.</summary>
public sealed record ResponseSample
{
    public required string Name { get; init; }

    public int Status { get; init; } = 200;

    public ValueList<SampleHeader> Headers { get; init; } = [];

    public string? MediaType { get; init; }

    public string? Body { get; init; }
}

public sealed record SampleHeader
{
    public required string Name { get; init; }

    public required string Value { get; init; }
}
