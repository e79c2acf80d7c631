namespace ApiAdmin.Core.Data;

/// <summary>How a kind of file is read, kept under a name for the next one.</summary>
public sealed class ImportProfileRow
{
    public required string Name { get; init; }

    public required string SettingsJson { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}
