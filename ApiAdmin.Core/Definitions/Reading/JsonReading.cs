namespace ApiAdmin.Core.Definitions.Reading;

/// <summary>What came of reading JSON: the value, or everything that is wrong with the text.</summary>
public sealed record JsonReading<T>(T? Value, IReadOnlyList<Finding> Findings)
    where T : class
{
    public bool IsGood => Findings.Count == 0;

    /// <summary>What the text says apart from the findings, as far as that can be read; for further checks only.</summary>
    public T? Mended { get; init; }

    /// <summary>All that is wrong: with the shape, and what <paramref name="check"/> says of the rest.</summary>
    public IReadOnlyList<Finding> FindingsWith(Func<T, IEnumerable<Finding>> check)
    {
        if (IsGood)
        {
            return [.. check(Value!)];
        }

        var more = Mended is null ? [] : check(Mended).Where(finding => !Findings.Any(known => IsWithin(finding.Path, known.Path)));
        return [.. Findings, .. more];
    }

    /// <summary>The value; a good shape is not checked further.</summary>
    /// <exception cref="InvalidException">There are findings of the shape; those of <paramref name="check"/> stand beside them.</exception>
    public T Demand(Func<T, IEnumerable<Finding>> check) => IsGood ? Value! : throw new InvalidException(FindingsWith(check));

    /// <exception cref="InvalidException">There are findings.</exception>
    public T Demand() => IsGood ? Value! : throw new InvalidException(Findings);

    private static bool IsWithin(string path, string place) =>
        path.StartsWith(place, StringComparison.Ordinal) && (path.Length == place.Length || path[place.Length] is '.' or '[');
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
