using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Customers.Import;

/// <summary>Where an import stands. <see cref="Interrupted"/> is never stored: it is a running one that nobody runs.</summary>
public enum ImportState { Uploaded, Running, Checked, Done, Cancelled, Failed, Interrupted }

/// <summary>One import as people follow it.</summary>
public sealed record ImportJob
{
    public required Guid Id { get; init; }

    public required string FileName { get; init; }

    public required long FileBytes { get; init; }

    public required ImportSettings Settings { get; init; }

    public required ImportState State { get; init; }

    /// <summary>Nothing is written; the counts say what would be.</summary>
    public required bool DryRun { get; init; }

    public required ImportCounts Counts { get; init; }

    /// <summary>How much of the file is read.</summary>
    public required long BytesRead { get; init; }

    public required TimeSpan Worked { get; init; }

    /// <summary>Why it failed; what to do.</summary>
    public string? Problem { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Whether the uploaded file is still kept, so that it can run (again).</summary>
    public required bool HasFile { get; init; }

    public bool HasReport => Counts.Bad > 0;

    public double RowsPerSecond => Worked > TimeSpan.Zero ? Counts.Rows / Worked.TotalSeconds : 0;

    /// <summary>What the rest of the file will take at the rate so far; null before it can be told.</summary>
    public TimeSpan? Left => BytesRead > 0 && FileBytes >= BytesRead ? Worked * ((double)(FileBytes - BytesRead) / BytesRead) : null;

    public double Share => FileBytes > 0 ? Math.Clamp((double)BytesRead / FileBytes, 0, 1) : 0;
}

/// <summary>What became of the rows so far.</summary>
public sealed record ImportCounts(long Rows, long Added, long Updated, long Skipped, long Bad);

/// <summary>The first rows of a file as the settings read them.</summary>
/// <param name="Rows">Without the header; at most 20.</param>
public sealed record ImportPreview(ImportSettings Settings, ValueList<ValueList<string>> Rows, ValueList<string> Problems);

public sealed record ImportProfile(string Name, ImportSettings Settings, string ChangedBy, DateTimeOffset ChangedAt);

/// <summary>Something wrong with one row: where, what stood there, why.</summary>
/// <param name="Line">The line of the file on which the row begins, from 1.</param>
/// <param name="Column">The column's name; empty for the whole row.</param>
public sealed record ImportProblem(long Line, string Column, string Value, string Reason);
