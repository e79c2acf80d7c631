using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Storing;

namespace ApiAdmin.Tests.Support.Pages;

/// <summary>Stored APIs in memory, with the tags and refusals of the real service, for pages that are rendered alone.</summary>
internal sealed class FakeDefinitions : IDefinitionService
{
    private readonly Dictionary<string, StoredApi> stored = new(StringComparer.Ordinal);
    private int tag;

    /// <summary>Set to make every call fail.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Set to keep each save waiting until it ends.</summary>
    public Task Pause { get; set; } = Task.CompletedTask;

    public Dictionary<Guid, ApiDefinition> Trashed { get; } = [];

    public List<ApiListQuery> Queries { get; } = [];

    public StoredApi this[string key] => stored[key];

    public StoredApi Add(ApiDefinition definition, string by = "Ana") => stored[definition.Key] = Stored(definition, by);

    public Task<PagedList<ApiSummary>> ListAsync(Actor actor, ApiListQuery query, CancellationToken cancellationToken)
    {
        Queries.Add(query);
        Throw();
        var found = stored.Values
            .Where(s => query.Search is null || s.Definition.Name.Contains(query.Search, StringComparison.OrdinalIgnoreCase))
            .OrderBy(s => s.Definition.Name, StringComparer.Ordinal).Select(Summary).ToList();
        var page = found.Skip((query.Page - 1) * query.PageSize).Take(query.PageSize).ToList();
        return Task.FromResult(new PagedList<ApiSummary>(page, query.Page, query.PageSize, found.Count));
    }

    public Task<IReadOnlyList<string>> CategoriesAsync(Actor actor, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([.. stored.Values.Select(s => s.Definition.Category).Where(c => c.Length > 0).Distinct().Order()]);

    public Task<ApiCategories> CategoryTreeAsync(Actor actor, CancellationToken cancellationToken) =>
        Task.FromResult(CategoryTree.Of(stored.Values.Select(s => (CategoryPath.Of(s.Definition.Category), 1))));

    public Task<StoredApi> GetAsync(Actor actor, string key, CancellationToken cancellationToken)
    {
        Throw();
        return stored.TryGetValue(key, out var found)
            ? Task.FromResult(found)
            : throw new NotFoundException($"There is no API “{key}”.");
    }

    public async Task<StoredApi> CreateAsync(Actor actor, ApiDefinition definition, CancellationToken cancellationToken)
    {
        Throw();
        await Pause;
        return Add(definition, actor.Name);
    }

    public Task<StoredApi> DuplicateAsync(Actor actor, string key, CancellationToken cancellationToken)
    {
        Throw();
        var source = stored[key].Definition;
        return Task.FromResult(Add(source with { Key = $"{key}-copy", Name = $"{source.Name} (copy)" }, actor.Name));
    }

    public Task<StoredApi> UpdateAsync(Actor actor, string key, ApiDefinition definition, VersionMatch ifMatch, CancellationToken cancellationToken)
    {
        Throw();
        var now = stored[key];
        if (!ifMatch.Holds(now.Tag))
        {
            throw new StaleException(now.Definition.Name, now.UpdatedBy, now.UpdatedAt, now.Tag);
        }

        stored.Remove(key);
        return Task.FromResult(Add(definition, actor.Name));
    }

    public Task<Guid> DeleteAsync(Actor actor, string key, VersionMatch ifMatch, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();
        Trashed[id] = stored[key].Definition;
        stored.Remove(key);
        return Task.FromResult(id);
    }

    public static ApiSummary Summary(StoredApi api) => new()
    {
        Key = api.Definition.Key, Name = api.Definition.Name, Category = api.Definition.Category, Method = api.Definition.Method,
        Url = api.Definition.Url, UpdatedAt = api.UpdatedAt, UpdatedBy = api.UpdatedBy,
    };

    private StoredApi Stored(ApiDefinition definition, string by) => new()
    {
        Definition = definition, Tag = $"t{++tag}", CreatedAt = PageContext.Now, CreatedBy = by, UpdatedAt = PageContext.Now, UpdatedBy = by,
    };

    private void Throw()
    {
        if (Failure is not null)
        {
            throw Failure;
        }
    }
}
