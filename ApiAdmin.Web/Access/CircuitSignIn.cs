using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace ApiAdmin.Web.Access;

/// <summary>Looks every half minute whether the person of an open page is still signed in; the page then leads to sign-in.</summary>
public sealed class CircuitSignIn(ILoggerFactory loggers, IServiceScopeFactory scopes, IHostApplicationLifetime host)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    /// <exception cref="TaskCanceledException">The program stops: nobody disposes the circuits then, so their loops must end here.</exception>
    internal async Task<bool> HoldsAsync(AuthenticationState state, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<SessionCheck>().HoldsAsync(state.User);
        }
        catch (ObjectDisposedException) when (host.ApplicationStopping.IsCancellationRequested)
        {
            // Only this exception with this token ends the framework's loop without a word.
            throw new TaskCanceledException(null, null, cancellationToken);
        }
    }

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        HoldsAsync(authenticationState, cancellationToken);
}
