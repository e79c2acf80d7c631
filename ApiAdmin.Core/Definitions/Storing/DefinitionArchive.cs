using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions.Reading;
using ApiAdmin.Core.Definitions.Validation;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Definitions.Storing;

/// <summary>All definitions out to one file and in again: what is there by key is changed, the rest added, all or nothing.</summary>
public sealed class DefinitionArchive
{
    private static readonly StrictJsonLimits Limits = new() { MaxBytes = 256 * 1024 * 1024 };

    private readonly IAuthorizer authorizer;
    private readonly IDbContextFactory<AppDbContext> contexts;
    private readonly DefinitionWriter writer;
    private readonly ValidationContext limits;

    internal DefinitionArchive(
        IAuthorizer authorizer, IDbContextFactory<AppDbContext> contexts, DefinitionWriter writer, ValidationContext limits) =>
        (this.authorizer, this.contexts, this.writer, this.limits) = (authorizer, contexts, writer, limits);

    /// <summary>The file as JSON in UTF-8, in the order of the keys: of the same APIs always the same bytes.</summary>
    [Demands(Operation.ReadApis)]
    public async Task<byte[]> ExportAsync(Actor actor, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ReadApis, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var drafts = await db.ApiDrafts.AsNoTracking().Where(draft => db.Apis.Any(row => row.Id == draft.ApiId)).ToListAsync(cancellationToken);
        var apis = drafts.Select(StoredDefinition.Read).OrderBy(api => api.Key, StringComparer.Ordinal).ToValueList();
        return JsonSerializer.SerializeToUtf8Bytes(new DefinitionArchiveFile { Apis = apis }, DefinitionJson.Indented);
    }

    [Demands(Operation.WriteApis)]
    public async Task<ImportReport> ImportAsync(Actor actor, ReadOnlyMemory<byte> utf8, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.WriteApis, cancellationToken);
        var reading = StrictJson.Read<DefinitionArchiveFile>(utf8, Limits);
        var refused = reading.FindingsWith(file => Findings(file.Apis)).ToValueList();
        return refused.Count > 0
            ? new ImportReport { Refused = refused }
            : await StoreAsync(actor, reading.Value!.Apis, replace: true, cancellationToken);
    }

    /// <summary>Adds the sample APIs that are not there yet.</summary>
    [Demands(Operation.WriteApis)]
    public async Task<ImportReport> AddSamplesAsync(Actor actor, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.WriteApis, cancellationToken);
        return await StoreAsync(actor, SampleApis.All, replace: false, cancellationToken);
    }

    private IEnumerable<Finding> Findings(ValueList<ApiDefinition> apis)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, api) in apis.Index())
        {
            var path = $"apis[{index}]";
            foreach (var finding in DefinitionValidator.Validate(api, limits).Findings)
            {
                yield return finding with { Path = finding.Path.Length == 0 ? path : $"{path}.{finding.Path}" };
            }

            if (!keys.Add(api.Key))
            {
                yield return new Finding($"{path}.key", FindingCodes.Duplicate, $"The key {Quoted.Text(api.Key)} is in the file twice; keep one of the APIs.");
            }
        }
    }

    private async Task<ImportReport> StoreAsync(Actor actor, ValueList<ApiDefinition> apis, bool replace, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var (added, updated, unchanged) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var api in apis)
        {
            if (await db.Apis.SingleOrDefaultAsync(row => row.Key == api.Key, cancellationToken) is not { } row)
            {
                await writer.AddAsync(db, actor, api, cancellationToken);
                added.Add(api.Key);
                continue;
            }

            var draft = await db.ApiDrafts.SingleAsync(stored => stored.ApiId == row.Id, cancellationToken);
            var changed = replace && await writer.ChangeAsync(db, actor, (row, draft), api, cancellationToken);
            (changed ? updated : unchanged).Add(api.Key);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new ImportReport { Added = [.. added], Updated = [.. updated], Unchanged = [.. unchanged] };
    }
}
