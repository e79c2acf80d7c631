using System.Security.Claims;
using ApiAdmin.Core.Access;
using ApiAdmin.Web.Access;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace ApiAdmin.Tests.Support.Pages;

/// <summary>Renders the pages about people alone, over the real services and a database, as a signed-in administrator.</summary>
internal sealed class PeopleContext : BunitContext
{
    private readonly IRenderedComponent<MudDialogProvider> dialogs;

    private PeopleContext(AccessFixture access, UserActor self)
    {
        (Access, Self) = (access, self);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddLocalization();
        Services.AddLogging();
        Services.AddSingleton<TimeProvider>(access.Clock);
        Services.AddSingleton(access.Get<IAuthorizer>()).AddSingleton(access.Get<UserService>()).AddSingleton(access.Get<ApiKeyService>());
        Services.AddScoped<CurrentActor>();
        var user = this.AddAuthorization();
        user.SetAuthorized(self.UserName);
        user.SetClaims(new Claim(ClaimTypes.NameIdentifier, self.UserId.ToString()));
        Render<MudPopoverProvider>();
        dialogs = Render<MudDialogProvider>();
    }

    public AccessFixture Access { get; }

    public UserActor Self { get; }

    public IRenderedComponent<MudDialogProvider> Dialogs => dialogs;

    public static async Task<PeopleContext> CreateAsync()
    {
        var access = await AccessFixture.CreateAsync();
        return new PeopleContext(access, await access.UserAsync(Role.Administrator));
    }

    /// <summary>The page's rows, each as the texts of its cells.</summary>
    public static string[] RowsOf<T>(IRenderedComponent<T> page)
        where T : IComponent => [.. page.FindAll("tbody tr").Select(row => row.QuerySelector(".row-name")!.TextContent)];

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await Access.DisposeAsync();
    }
}
