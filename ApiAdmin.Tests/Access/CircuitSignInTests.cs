using System.Security.Claims;
using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;
using ApiAdmin.Web.Access;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace ApiAdmin.Tests.Access;

public sealed class CircuitSignInTests
{
    /// <summary>A circuit outlives the program's services when it stops; the check that comes then used to be logged as an error.</summary>
    [Fact]
    public async Task Check_AfterTheProgramStopped_EndsItsLoopWithoutAnError()
    {
        var app = await TestApp.StartAsync();
        var user = await app.CreateUserAsync(Role.Developer);
        var state = new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, user.Id.ToString())], "test")));
        using var circuit = new CircuitSignIn(
            NullLoggerFactory.Instance, app.Services.GetRequiredService<IServiceScopeFactory>(), app.Services.GetRequiredService<IHostApplicationLifetime>());
        using var loop = new CancellationTokenSource();
        Assert.False(await circuit.HoldsAsync(state, loop.Token));

        await app.DisposeAsync();

        var ended = await Assert.ThrowsAsync<TaskCanceledException>(() => circuit.HoldsAsync(state, loop.Token));
        Assert.Equal(loop.Token, ended.CancellationToken);
    }
}
