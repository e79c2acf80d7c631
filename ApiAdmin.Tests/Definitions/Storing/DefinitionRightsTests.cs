using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Comments;
using ApiAdmin.Core.Definitions.Personal;
using ApiAdmin.Core.Definitions.Trash;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Definitions.Storing;

/// <summary>Role × operation and scope × operation of the stored APIs, one case per cell.</summary>
public sealed class DefinitionRightsTests(DefinitionRightsTests.Store store) : IClassFixture<DefinitionRightsTests.Store>
{
    /// <summary>Each cell has an API of its own.</summary>
    private readonly string key = $"a-{Guid.CreateVersion7():N}";

    private readonly AccessFixture fixture = store.Access;

    private IDefinitionService Service => fixture.Get<IDefinitionService>();

    public static TheoryData<string, string, bool> Cells()
    {
        string[] reading = ["list", "categories", "category tree", "get", "favourites", "opened", "recent", "comments"];
        string[] writing = ["create", "duplicate", "update", "delete", "trash", "restore", "purge"];
        string[] personal = ["star"];
        string[] talking = ["comment", "edit comment", "remove comment", "undo removal"];
        var mayStar = new[] { "Administrator", "Developer", "Supervisor" };
        var mayTalk = new[] { "Administrator", "Developer" };
        var mayRead = new[] { "Administrator", "Developer", "Supervisor", "apis:read" };
        var mayWrite = new[] { "Administrator", "Developer", "apis:write" };
        var data = new TheoryData<string, string, bool>();
        foreach (var who in Enum.GetNames<Role>().Concat(Scopes.All))
        {
            foreach (var operation in reading)
            {
                data.Add(who, operation, mayRead.Contains(who));
            }

            foreach (var operation in writing)
            {
                data.Add(who, operation, mayWrite.Contains(who));
            }

            foreach (var operation in personal)
            {
                data.Add(who, operation, mayStar.Contains(who));
            }

            foreach (var operation in talking)
            {
                data.Add(who, operation, mayTalk.Contains(who));
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Operation_ByRoleOrScope_IsAllowedOrRefused(string who, string operation, bool allowed)
    {
        var stored = await Service.CreateAsync(AccessFixture.Host, Api(key), default);
        Actor actor = Enum.TryParse<Role>(who, out var role) ? await fixture.UserAsync(role) : (await fixture.KeyAsync(who)).Actor;

        var refused = await Record.ExceptionAsync(() => RunAsync(actor, operation, stored.Tag));

        Assert.Equal(allowed, refused is not AccessDeniedException);
        Assert.True(refused is null or AccessDeniedException or NotFoundException, $"{refused}");
    }

    private Task RunAsync(Actor actor, string operation, string tag) => operation switch
    {
        "list" => Service.ListAsync(actor, new ApiListQuery(), default),
        "categories" => Service.CategoriesAsync(actor, default),
        "get" => Service.GetAsync(actor, key, default),
        "create" => Service.CreateAsync(actor, Api($"{key}-b"), default),
        "duplicate" => Service.DuplicateAsync(actor, key, default),
        "update" => Service.UpdateAsync(actor, key, Api(key) with { Description = "changed" }, tag, default),
        "delete" => Service.DeleteAsync(actor, key, tag, default),
        _ => RunOrganisingAsync(actor, operation),
    };

    /// <summary>What is not there is not found, but only for who may ask.</summary>
    private Task RunOrganisingAsync(Actor actor, string operation) => operation switch
    {
        "category tree" => Service.CategoryTreeAsync(actor, default),
        "favourites" => fixture.Get<IPersonalApis>().FavouritesAsync(actor, [key], default),
        "opened" => fixture.Get<IPersonalApis>().NoteOpenedAsync(actor, key, default),
        "recent" => fixture.Get<IPersonalApis>().RecentAsync(actor, default),
        "star" => fixture.Get<IPersonalApis>().SetFavouriteAsync(actor, key, true, default),
        "trash" => fixture.Get<IApiTrash>().ListAsync(actor, 1, 50, default),
        "restore" => fixture.Get<IApiTrash>().RestoreAsync(actor, Guid.Empty, default),
        "purge" => fixture.Get<IApiTrash>().PurgeAsync(actor, Guid.Empty, default),
        "comments" => fixture.Get<ICommentService>().ListAsync(actor, key, 20, default),
        "comment" => fixture.Get<ICommentService>().AddAsync(actor, key, "A word", default),
        "edit comment" => fixture.Get<ICommentService>().EditAsync(actor, Guid.Empty, "A word", default),
        "remove comment" => fixture.Get<ICommentService>().DeleteAsync(actor, Guid.Empty, default),
        _ => fixture.Get<ICommentService>().UndeleteAsync(actor, Guid.Empty, default),
    };

    private static ApiDefinition Api(string named) => new() { Key = named, Name = named, Url = "https://crm.example.com/v1" };

    /// <summary>One database for all cells.</summary>
    public sealed class Store : IAsyncLifetime
    {
        public AccessFixture Access { get; private set; } = null!;

        public async Task InitializeAsync() =>
            Access = await AccessFixture.CreateAsync(configure: (services, configuration) => services.AddDefinitions(configuration));

        public async Task DisposeAsync() => await Access.DisposeAsync();
    }
}
