using System.Text.Json;
using ApiAdmin.Core.Data;
using Mapster;

namespace ApiAdmin.Core.Definitions.Storing;

/// <summary>Between stored rows and what callers see.</summary>
internal static class StoredDefinition
{
    public static ApiDefinition Read(ApiDraftRow draft) =>
        JsonSerializer.Deserialize<ApiDefinition>(draft.DefinitionJson, DefinitionJson.Options)!;

    public static string Tag(ApiRow row) => row.Version.ToString("N");

    public static StoredApi Of(ApiRow row, ApiDefinition definition, IEnumerable<Finding> warnings) =>
        (row, definition).Adapt<StoredApi>(DefinitionMapping.Config) with { Warnings = warnings.ToValueList() };

    /// <exception cref="StaleException">Somebody saved since <paramref name="ifMatch"/> was read.</exception>
    public static void DemandCurrent(ApiRow row, VersionMatch ifMatch)
    {
        if (!ifMatch.Holds(Tag(row)))
        {
            throw new StaleException($"the API {row.Key}", row.UpdatedBy, row.UpdatedAt, Tag(row));
        }
    }
}
