using System.Text.Json;
using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.History;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Invocation;

/// <summary>Role × operation and scope × operation of running APIs and reading what happened, one row per cell.</summary>
public sealed class TestRightsTests(RestApp rest) : IClassFixture<RestApp>
{
    private static readonly Dictionary<string, Func<IServiceProvider, Actor, Task>> Calls = new()
    {
        ["test"] = (services, actor) => services.GetRequiredService<ITestService>().TestAsync(actor, Probe, new Dictionary<string, JsonElement>(), null, default),
        ["preview"] = (services, actor) => services.GetRequiredService<ITestService>().PreviewAsync(actor, Probe, new Dictionary<string, JsonElement>(), default),
        ["get"] = (services, actor) => services.GetRequiredService<ITestService>().GetAsync(actor, "none", default),
        ["readBody"] = (services, actor) => services.GetRequiredService<ITestService>().ReadBodyAsync(actor, "none", 0, default),
        ["lastInputs"] = (services, actor) => services.GetRequiredService<ITestService>().LastInputsAsync(actor, "probe", default),
        ["openBody"] = (services, actor) => services.GetRequiredService<ITestService>().OpenBodyAsync(actor, "none", default),
        ["history.list"] = (services, actor) => services.GetRequiredService<IHistoryService>().ListAsync(actor, new HistoryQuery(), default),
        ["history.choices"] = (services, actor) => services.GetRequiredService<IHistoryService>().ChoicesAsync(actor, default),
        ["history.before"] = (services, actor) => services.GetRequiredService<IHistoryService>().FindBeforeAsync(actor, "none", default),
        ["history.get"] = (services, actor) => services.GetRequiredService<IHistoryService>().GetAsync(actor, "none", default),
    };

    /// <summary>Written out by hand, so that a slip in the table of rights shows. Any key may ask for what it ran itself.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Administrator"] = [.. Calls.Keys],
        ["Developer"] = [.. Calls.Keys],
        ["Supervisor"] = ["get", "readBody", "openBody", "history.list", "history.choices", "history.get", "history.before"],
        ["Agent"] = [],
        ["apis:read"] = ["get", "readBody", "openBody", "history.list", "history.choices", "history.get", "history.before"],
        ["apis:write"] = ["test", "preview", "lastInputs", "get", "readBody", "openBody"],
    };

    /// <summary>Ends before anything is sent: a required input is missing.</summary>
    private static ApiDefinition Probe => new()
    {
        Key = "probe", Name = "Probe", Url = "https://crm.example.com/v1/{id}",
        Parameters = [new RequestParam { Name = "id", In = ParamPlace.Path, Required = true }],
    };

    public static TheoryData<string, string> Cells()
    {
        var data = new TheoryData<string, string>();
        foreach (var who in Enum.GetNames<Role>().Concat(Scopes.All))
        {
            foreach (var call in Calls.Keys)
            {
                data.Add(who, call);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Call_ByRoleOrScope_IsAllowedOrRefusedAsWritten(string who, string call)
    {
        var actor = await ActorAsync(who);

        var trouble = await Record.ExceptionAsync(() => Calls[call](rest.App.Services, actor));

        var allowed = Allowed.GetValueOrDefault(who, ["get", "readBody", "openBody"]).Contains(call);
        Assert.Equal(allowed, trouble is not AccessDeniedException);
        Assert.True(trouble is null or ProblemException, trouble?.ToString());
    }

    private async Task<Actor> ActorAsync(string who)
    {
        if (Enum.TryParse<Role>(who, out var role))
        {
            var user = await rest.App.CreateUserAsync(role);
            return new UserActor(user.Id, user.Email!);
        }

        return new KeyActor((await rest.WithAsync(who)).KeyId, "test key");
    }
}
