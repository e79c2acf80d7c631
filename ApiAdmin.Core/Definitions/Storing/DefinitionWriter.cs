using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Definitions.Storing;

/// <summary>Writes definitions with their list row, secret uses and audit row; the caller saves and commits all of it at once.</summary>
internal sealed class DefinitionWriter(AuditLog audit, TimeProvider clock)
{
    public async Task<ApiRow> AddAsync(AppDbContext db, Actor actor, ApiDefinition definition, CancellationToken cancellationToken)
    {
        await audit.AppendAsync(db, actor, "api.create", $"api:{definition.Key}", DefinitionChanges.All(definition), cancellationToken);
        return Add(db, actor, definition);
    }

    /// <summary>Told as a copy, with both keys.</summary>
    public async Task<ApiRow> AddCopyAsync(AppDbContext db, Actor actor, string source, ApiDefinition copy, CancellationToken cancellationToken)
    {
        await audit.AppendAsync(db, actor, "api.duplicate", $"api:{source} → api:{copy.Key}", DefinitionChanges.All(copy), cancellationToken);
        return Add(db, actor, copy);
    }

    /// <returns>False when nothing differs; then nothing is written.</returns>
    public async Task<bool> ChangeAsync(
        AppDbContext db, Actor actor, (ApiRow Row, ApiDraftRow Draft) stored, ApiDefinition definition, CancellationToken cancellationToken)
    {
        var (row, draft) = stored;
        var changed = DefinitionChanges.Between(StoredDefinition.Read(draft), definition);
        if (changed.Count == 0)
        {
            return false;
        }

        await AuditChangeAsync(db, actor, row.Key, definition.Key, changed, cancellationToken);
        (row.Key, row.Name, row.Category) = (definition.Key, definition.Name, definition.Category);
        (row.Method, row.Url, row.SearchText) = (definition.Method, definition.Url, SearchText(definition));
        (row.Version, row.UpdatedAt, row.UpdatedBy) = (Guid.CreateVersion7(), clock.GetUtcNow(), actor.Name);
        draft.DefinitionJson = DefinitionJson.Write(definition);
        await KeepUsesAsync(db, row, definition, cancellationToken);
        return true;
    }

    /// <summary>Into the trash, with everything that belongs to it; the key is free from then on.</summary>
    public async Task TrashAsync(AppDbContext db, Actor actor, ApiRow row, CancellationToken cancellationToken)
    {
        await audit.AppendAsync(db, actor, "api.delete", $"api:{row.Key}", [], cancellationToken);
        (row.DeletedAt, row.DeletedBy) = (clock.GetUtcNow(), actor.Name);
    }

    /// <summary>Out of the trash as it went in; under another key when its own belongs to another API now.</summary>
    public async Task RestoreAsync(AppDbContext db, Actor actor, ApiRow row, string key, CancellationToken cancellationToken)
    {
        var renamed = key != row.Key;
        var subject = renamed ? $"api:{row.Key} → api:{key}" : $"api:{key}";
        await audit.AppendAsync(db, actor, "api.restore", subject, renamed ? ["key"] : [], cancellationToken);
        (row.DeletedAt, row.DeletedBy) = (null, null);
        if (renamed)
        {
            var draft = await db.ApiDrafts.SingleAsync(stored => stored.ApiId == row.Id, cancellationToken);
            var definition = StoredDefinition.Read(draft) with { Key = key };
            (row.Key, row.SearchText, row.Version) = (key, SearchText(definition), Guid.CreateVersion7());
            draft.DefinitionJson = DefinitionJson.Write(definition);
        }
    }

    /// <summary>For ever, with its draft, stars, comments and unsaved work; the database removes those with it.</summary>
    public async Task PurgeAsync(AppDbContext db, Actor actor, ApiRow row, CancellationToken cancellationToken)
    {
        await audit.AppendAsync(db, actor, "api.purge", $"api:{row.Key}", [], cancellationToken);
        db.Apis.Remove(row);
    }

    private ApiRow Add(AppDbContext db, Actor actor, ApiDefinition definition)
    {
        var now = clock.GetUtcNow();
        var row = new ApiRow
        {
            Id = Guid.CreateVersion7(now),
            Key = definition.Key,
            Name = definition.Name,
            Category = definition.Category,
            Method = definition.Method,
            Url = definition.Url,
            SearchText = SearchText(definition),
            Version = Guid.CreateVersion7(),
            CreatedAt = now,
            CreatedBy = actor.Name,
            UpdatedAt = now,
            UpdatedBy = actor.Name,
        };
        db.Apis.Add(row);
        db.ApiDrafts.Add(new ApiDraftRow { ApiId = row.Id, DefinitionJson = DefinitionJson.Write(definition) });
        db.SecretUses.AddRange(Uses(row, definition));
        return row;
    }

    /// <summary>A rename is told as one, with both keys; what else changed with it stands under the new one.</summary>
    private async Task AuditChangeAsync(
        AppDbContext db, Actor actor, string before, string after, IReadOnlyList<string> changed, CancellationToken cancellationToken)
    {
        var others = changed;
        if (before != after)
        {
            await audit.AppendAsync(db, actor, "api.rename", $"api:{before} → api:{after}", ["key"], cancellationToken);
            others = [.. changed.Where(name => name != "key")];
        }

        if (others.Count > 0)
        {
            await audit.AppendAsync(db, actor, "api.update", $"api:{after}", others, cancellationToken);
        }
    }

    private static async Task KeepUsesAsync(AppDbContext db, ApiRow row, ApiDefinition definition, CancellationToken cancellationToken)
    {
        var before = await db.SecretUses.Where(use => use.ApiId == row.Id).ToListAsync(cancellationToken);
        var after = Uses(row, definition).ToList();
        db.SecretUses.RemoveRange(before.Where(old => after.TrueForAll(use => use.SecretName != old.SecretName)));
        db.SecretUses.AddRange(after.Where(use => before.TrueForAll(old => old.SecretName != use.SecretName)));
    }

    private static IEnumerable<SecretUseRow> Uses(ApiRow row, ApiDefinition definition) =>
        DefinitionSecrets.Of(definition).Keys.Where(Validation.SecretName.IsValid).Select(name => new SecretUseRow { ApiId = row.Id, SecretName = name });

    /// <summary>What a search of the list looks into.</summary>
    public static string SearchText(ApiDefinition definition) => TextFolding.Fold(
        string.Join('\n', definition.Name, definition.Key, definition.Url, definition.Category, definition.Description));
}
