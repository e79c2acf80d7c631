using ApiAdmin.Core.Access;
using ApiAdmin.Web.Access;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Shared;

/// <summary>A component that calls services: knows who acts, and stops its calls when it leaves the page.</summary>
public abstract class AppComponent : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource stop = new();

    [Inject]
    public required CurrentActor CurrentActor { get; init; }

    /// <summary>Cancelled when the component goes.</summary>
    protected CancellationToken Stopped => stop.Token;

    protected ValueTask<UserActor> ActorAsync() => CurrentActor.GetAsync();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!stop.IsCancellationRequested)
        {
            stop.Cancel();
            stop.Dispose();
        }
    }
}
