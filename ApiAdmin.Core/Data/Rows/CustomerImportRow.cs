using ApiAdmin.Core.Customers.Import;

namespace ApiAdmin.Core.Data;

/// <summary>One import of customers: what was uploaded, how it is read, and how far it is. The file and the report lie in the data directory.</summary>
public sealed class CustomerImportRow
{
    public required Guid Id { get; init; }

    /// <summary>As the person's machine called it; never part of a path.</summary>
    public required string FileName { get; init; }

    public required long FileBytes { get; init; }

    public required string SettingsJson { get; set; }

    public required ImportState State { get; set; }

    public bool DryRun { get; set; }

    /// <summary>Rows that are done with, whatever became of them. Saved with them in one transaction, so a killed import goes on exactly there.</summary>
    public long Position { get; set; }

    public long BytesRead { get; set; }

    public long Added { get; set; }

    public long Updated { get; set; }

    public long Skipped { get; set; }

    public long Bad { get; set; }

    /// <summary>How much of the report belongs to the rows up to <see cref="Position"/>.</summary>
    public long ReportBytes { get; set; }

    /// <summary>The ids still kept for this import: new customers take them in order.</summary>
    public long NextId { get; set; }

    public long LastId { get; set; }

    public long WorkedMilliseconds { get; set; }

    /// <summary>Why it stopped; null while nothing went wrong.</summary>
    public string? Problem { get; set; }

    public required string ActorId { get; init; }

    public required string ActorName { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; set; }
}
