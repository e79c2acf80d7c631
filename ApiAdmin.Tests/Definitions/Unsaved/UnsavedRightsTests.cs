using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Unsaved;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Definitions.Unsaved;

/// <summary>Who may keep unsaved work: who may save it, and is a person.</summary>
public sealed class UnsavedRightsTests : IAsyncLifetime
{
    private AccessFixture fixture = null!;

    public static TheoryData<string, string, bool> Cells()
    {
        var data = new TheoryData<string, string, bool>();
        foreach (var who in Enum.GetNames<Role>().Concat(Scopes.All))
        {
            foreach (var operation in new[] { "list", "keep", "take", "forget" })
            {
                data.Add(who, operation, who is "Administrator" or "Developer");
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
        Actor actor = Enum.TryParse<Role>(who, out var role) ? await fixture.UserAsync(role) : (await fixture.KeyAsync(who)).Actor;

        var refused = await Record.ExceptionAsync(() => RunAsync(actor, operation));

        Assert.Equal(allowed ? null : typeof(AccessDeniedException), refused?.GetType());
    }

    private Task RunAsync(Actor actor, string operation)
    {
        var service = fixture.Get<IUnsavedService>();
        var place = new FormPlace(Guid.CreateVersion7(), "tab");
        var api = new ApiDefinition { Key = "a", Name = "a", Url = "" };
        return operation switch
        {
            "list" => service.ListAsync(actor, null, default),
            "keep" => service.KeepAsync(actor, new FormState { Place = place, Base = api, Definition = api }, null, default),
            "take" => service.TakeAsync(actor, Guid.Empty, place, default),
            _ => service.ForgetAsync(actor, Guid.Empty, place.Holder, default),
        };
    }
}
