using System.Text.Json;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Customers.Import;

/// <summary>Between an import's row and the import.</summary>
internal static class ImportJobs
{
    public static ImportSettings Settings(CustomerImportRow row) => ReadSettings(row.SettingsJson);

    public static ImportSettings ReadSettings(string json) => JsonSerializer.Deserialize<ImportSettings>(json, DefinitionJson.Options)!;

    public static string Write(ImportSettings settings) => JsonSerializer.Serialize(settings, DefinitionJson.Options);

    public static ImportJob Of(CustomerImportRow row, ImportFiles files) => new()
    {
        Id = row.Id,
        FileName = row.FileName,
        FileBytes = row.FileBytes,
        Settings = Settings(row),
        State = row.State == ImportState.Running && !files.IsHeld(row.Id) ? ImportState.Interrupted : row.State,
        DryRun = row.DryRun,
        Counts = new ImportCounts(row.Position, row.Added, row.Updated, row.Skipped, row.Bad),
        BytesRead = row.BytesRead,
        Worked = TimeSpan.FromMilliseconds(row.WorkedMilliseconds),
        Problem = row.Problem,
        By = row.ActorName,
        UploadedAt = row.UploadedAt,
        ChangedAt = row.ChangedAt,
        HasFile = files.HasUpload(row.Id),
    };
}
