using ApiAdmin.Core.Customers.Import;

namespace ApiAdmin.Web.Customers;

/// <summary>What became of an import.</summary>
public sealed record ImportAnswer
{
    public required Guid Id { get; init; }

    /// <summary><c>done</c>, <c>checked</c> (a dry run), <c>failed</c> or <c>cancelled</c>.</summary>
    public required ImportState State { get; init; }

    public required bool DryRun { get; init; }

    public required long Rows { get; init; }

    public required long Added { get; init; }

    public required long Updated { get; init; }

    public required long Skipped { get; init; }

    public required long Bad { get; init; }

    /// <summary>Why it failed; null while nothing did.</summary>
    public string? Problem { get; init; }

    /// <summary>The first 100; the report has all.</summary>
    public required IReadOnlyList<ImportProblem> Problems { get; init; }

    public static ImportAnswer Of(ImportJob job, IReadOnlyList<ImportProblem> problems) => new()
    {
        Id = job.Id,
        State = job.State,
        DryRun = job.DryRun,
        Rows = job.Counts.Rows,
        Added = job.Counts.Added,
        Updated = job.Counts.Updated,
        Skipped = job.Counts.Skipped,
        Bad = job.Counts.Bad,
        Problem = job.Problem,
        Problems = problems,
    };
}
