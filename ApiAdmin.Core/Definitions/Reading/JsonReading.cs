namespace ApiAdmin.Core.Definitions.Reading;

/// <summary>What came of reading JSON: the value, or everything that is wrong with the text.</summary>
public sealed record JsonReading<T>(T? Value, IReadOnlyList<Finding> Findings)
    where T : class
{
    public bool IsGood => Findings.Count == 0;

    /// <exception cref="InvalidException">There are findings.</exception>
    public T Demand() => IsGood ? Value! : throw new InvalidException(Findings);
}

/// <summary>How much JSON is read at most.</summary>
public sealed record StrictJsonLimits
{
    public static StrictJsonLimits Default { get; } = new();

    public int MaxBytes { get; init; } = 4 * 1024 * 1024;

    public int MaxDepth { get; init; } = 64;

    /// <summary>Findings listed at most; one more says that there are others.</summary>
    public int MaxFindings { get; init; } = 200;
}
