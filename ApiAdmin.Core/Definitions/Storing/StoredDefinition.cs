using System.Text.Json;
using ApiAdmin.Core.Data;
using Mapster;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Definitions.Storing;

/// <summary>Between stored rows and what callers see.</summary>
internal static class StoredDefinition
{
    public static ApiDefinition Read(ApiDraftRow draft) =>
        JsonSerializer.Deserialize<ApiDefinition>(draft.DefinitionJson, DefinitionJson.Options)!;

    public static string Tag(ApiRow row) => row.Version.ToString("N");

    public static StoredApi Of(ApiRow row, ApiDefinition definition, IEnumerable<Finding> warnings) =>
        (row, definition).Adapt<StoredApi>(DefinitionMapping.Config) with { Warnings = warnings.ToValueList() };

    /// <returns>Null when no API has the key now.</returns>
    public static async Task<Guid?> IdAsync(AppDbContext db, string key, CancellationToken cancellationToken) => IsUnstorable(key)
        ? null
        : await db.Apis.Where(api => api.Key == key).Select(api => (Guid?)api.Id).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Why there is no API of that key: somebody put it into the trash, or it is not known at all.</summary>
    public static async Task<NotFoundException> MissingAsync(AppDbContext db, string key, CancellationToken cancellationToken)
    {
        var trashed = IsUnstorable(key) ? null : await db.Apis.IgnoreQueryFilters().AsNoTracking()
            .Where(api => api.Key == key && api.DeletedAt != null).OrderByDescending(api => api.DeletedAt).FirstOrDefaultAsync(cancellationToken);
        return new NotFoundException(trashed is null
            ? $"There is no API {Quoted.Text(key)}. See the list of APIs for the keys there are."
            : $"The API {Quoted.Text(key)} is in the trash: {trashed.DeletedBy} deleted it. Restore it on the page of the APIs, under Trash.");
    }

    /// <summary>No key that could be stored holds U+0000, and PostgreSQL cannot even be asked for one.</summary>
    public static bool IsUnstorable(string text) => text.Contains('\0', StringComparison.Ordinal);

    /// <exception cref="StaleException">Somebody saved since <paramref name="ifMatch"/> was read.</exception>
    public static void DemandCurrent(ApiRow row, VersionMatch ifMatch)
    {
        if (!ifMatch.Holds(Tag(row)))
        {
            throw new StaleException($"the API {row.Key}", row.UpdatedBy, row.UpdatedAt, Tag(row));
        }
    }
}
