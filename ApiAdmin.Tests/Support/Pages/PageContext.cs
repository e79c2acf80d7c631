using System.Security.Claims;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Comments;
using ApiAdmin.Core.Definitions.Personal;
using ApiAdmin.Core.Definitions.Trash;
using ApiAdmin.Core.Definitions.Unsaved;
using ApiAdmin.Core.Interchange.CopyAs;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.BuiltIn;
using ApiAdmin.Core.Invocation.Cases;
using ApiAdmin.Core.Invocation.History;
using ApiAdmin.Web.Access;
using ApiAdmin.Web.Definitions;
using ApiAdmin.Web.Operations;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;

namespace ApiAdmin.Tests.Support.Pages;

/// <summary>Renders the API screens alone: real components and texts, services replaced by fakes, time by the test.</summary>
internal sealed class PageContext : BunitContext
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    public PageContext(Role role = Role.Administrator)
    {
        (Trash, Personal) = (new FakeTrash(Definitions), new FakePersonal(Definitions));
        // A bound for a busy machine; what is awaited comes at once on a quiet one.
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddLocalization();
        Services.AddLogging();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton<IDefinitionService>(Definitions);
        Services.AddSingleton<IApiTrash>(Trash);
        Services.AddSingleton<IPersonalApis>(Personal);
        Services.AddSingleton<ICommentService>(Comments);
        Services.AddSingleton<IUnsavedService>(Unsaved);
        Services.AddSingleton<ITestService>(Tests);
        Services.AddSingleton<ICaseService>(Cases);
        Services.AddOptions<WebOptions>();
        Services.AddSingleton<PublicAddress>();
        Services.AddSingleton(p => new BuiltInOperations([], p.GetRequiredService<IAuthorizer>()));
        Services.AddSingleton<ISecretService>(Secrets);
        Services.AddSingleton<IHistoryService>(History);
        Services.AddSingleton<IAuthorizer>(new RoleAuthorizer(role));
        Services.AddSingleton<ISandboxAddress>(new NoSandbox());
        Services.AddSingleton<ICopyService>(new FakeCopies());
        Services.AddScoped<CurrentActor>();
        Services.AddApiPages();
        var user = this.AddAuthorization();
        user.SetAuthorized("Ana");
        user.SetClaims(new Claim(ClaimTypes.NameIdentifier, Guid.CreateVersion7().ToString()));
    }

    public FakeTimeProvider Clock { get; } = new(Now);

    public FakeDefinitions Definitions { get; } = new();

    public FakeTrash Trash { get; }

    public FakePersonal Personal { get; }

    public FakeComments Comments { get; } = new();

    public FakeUnsaved Unsaved { get; } = new();

    public FakeTests Tests { get; } = new();

    public FakeCases Cases { get; } = new();

    public FakeSecretService Secrets { get; } = new();

    public FakeHistory History { get; } = new();

    private sealed class RoleAuthorizer(Role role) : IAuthorizer
    {
        public async Task DemandAsync(Actor actor, Operation operation, CancellationToken cancellationToken)
        {
            if (!await AllowsAsync(actor, operation, cancellationToken))
            {
                throw new Core.AccessDeniedException("Your role does not include it.");
            }
        }

        public Task<bool> AllowsAsync(Actor actor, Operation operation, CancellationToken cancellationToken) =>
            Task.FromResult(Permissions.Allows(role, operation));
    }
}
