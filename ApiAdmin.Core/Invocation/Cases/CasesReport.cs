using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Invocation.Cases;

/// <summary>What became of a run of test cases. It is masked like any report.</summary>
public sealed record CasesReport
{
    public required DateTimeOffset StartedAt { get; init; }

    public required double DurationMs { get; init; }

    public int Total => Cases.Count;

    public int Passed => Count(CaseState.Passed);

    public int Failed => Count(CaseState.Failed);

    public int NotRun => Count(CaseState.NotRun);

    /// <summary>By API, the cases of each in the order of its definition.</summary>
    public required ValueList<CaseResult> Cases { get; init; }

    private int Count(CaseState state) => Cases.Count(test => test.State == state);
}

/// <summary>What became of one case.</summary>
public sealed record CaseResult
{
    public required string Api { get; init; }

    public required string Case { get; init; }

    public required CaseState State { get; init; }

    /// <summary>Null when nothing was run.</summary>
    public Outcome? Outcome { get; init; }

    public double DurationMs { get; init; }

    /// <summary>What the run itself said.</summary>
    public string? Message { get; init; }

    /// <summary>Under which the run stands in the history.</summary>
    public string? InvocationId { get; init; }

    /// <summary>Each expectation that was not met.</summary>
    public ValueList<CaseFailure> Failures { get; init; } = [];
}

public enum CaseState { Passed, Failed, NotRun }

/// <summary>An expectation that was not met.</summary>
public sealed record CaseFailure
{
    public required CaseExpectationKind Kind { get; init; }

    /// <summary>The output it is about.</summary>
    public string? Output { get; init; }

    public RawJson? Expected { get; init; }

    public RawJson? Got { get; init; }

    /// <summary>The same as a sentence.</summary>
    public required string Message { get; init; }
}

/// <summary>What a failure is about; <see cref="Definition"/>: the API itself cannot be run.</summary>
public enum CaseExpectationKind { Outcome, Output, Duration, Definition }
