using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Definitions.Storing;

/// <summary>Role × operation and scope × operation of the stored APIs, one case per cell.</summary>
public sealed class DefinitionRightsTests : IAsyncLifetime
{
    private AccessFixture fixture = null!;

    private IDefinitionService Service => fixture.Get<IDefinitionService>();

    public static TheoryData<string, string, bool> Cells()
    {
        string[] reading = ["list", "categories", "get"];
        string[] writing = ["create", "duplicate", "update", "delete"];
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
        }

        return data;
    }

    public async Task InitializeAsync() =>
        fixture = await AccessFixture.CreateAsync(configure: (services, configuration) => services.AddDefinitions(configuration));

    public async Task DisposeAsync() => await fixture.DisposeAsync();

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Operation_ByRoleOrScope_IsAllowedOrRefused(string who, string operation, bool allowed)
    {
        var stored = await Service.CreateAsync(AccessFixture.Host, Api("a"), default);
        Actor actor = Enum.TryParse<Role>(who, out var role) ? await fixture.UserAsync(role) : (await fixture.KeyAsync(who)).Actor;

        var refused = await Record.ExceptionAsync(() => RunAsync(actor, operation, stored.Tag));

        Assert.Equal(allowed ? null : typeof(AccessDeniedException), refused?.GetType());
    }

    private Task RunAsync(Actor actor, string operation, string tag) => operation switch
    {
        "list" => Service.ListAsync(actor, new ApiListQuery(), default),
        "categories" => Service.CategoriesAsync(actor, default),
        "get" => Service.GetAsync(actor, "a", default),
        "create" => Service.CreateAsync(actor, Api("b"), default),
        "duplicate" => Service.DuplicateAsync(actor, "a", default),
        "update" => Service.UpdateAsync(actor, "a", Api("a") with { Description = "changed" }, tag, default),
        _ => Service.DeleteAsync(actor, "a", tag, default),
    };

    private static ApiDefinition Api(string key) => new() { Key = key, Name = key, Url = "https://crm.example.com/v1" };
}
