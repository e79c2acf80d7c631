using System.Net;
using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ApiAdmin.Tests.Access;

/// <summary>Open pages of people whose sign-in ended meanwhile: real sockets on a real server, time in the test's hand.</summary>
public sealed class CircuitCloserTests : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());
    private TestApp app = null!;

    public async Task InitializeAsync() =>
        app = await TestApp.StartAsync(adjust: builder => builder.Services.AddSingleton<TimeProvider>(clock));

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("disabled")]
    [InlineData("demoted")]
    [InlineData("new password")]
    public async Task Socket_SignInEndedMeanwhile_IsCutWithinAMinuteAndStaysOut(string how)
    {
        var user = await app.CreateUserAsync(Role.Developer);
        using var client = await app.SignInAsync(user);
        using var socket = await CircuitSocket.OpenAsync(app, client);

        await EndAsync(user.Id, how);
        clock.Advance(Minute);

        await socket.AssertEndsAsync();
        using var again = await CircuitSocket.TryAsync(app, client);
        Assert.Equal(HttpStatusCode.Unauthorized, again.Answer);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Socket_NothingLost_StaysOpen(bool promoted)
    {
        var user = await app.CreateUserAsync(Role.Agent);
        using var client = await app.SignInAsync(user);
        using var other = await app.SignInAsync(Role.Developer);
        using var socket = await CircuitSocket.OpenAsync(app, client);
        if (promoted)
        {
            await app.Services.GetRequiredService<UserService>().SetRoleAsync(AccessFixture.Host, user.Id, Role.Supervisor, default);
        }

        for (var round = 0; round < 5; round++)
        {
            clock.Advance(Minute);
            await socket.AssertAliveAsync();
        }

        // Somebody else's end in between, looked at by the same tick, is not this one's.
        using var theirs = await CircuitSocket.OpenAsync(app, other);
        await EndAsync((await app.Services.GetRequiredService<UserService>().ListAsync(AccessFixture.Host, default)).Single(u => u.Id != user.Id && u.Role == Role.Developer).Id, "disabled");
        clock.Advance(Minute);
        await theirs.AssertEndsAsync();
        await socket.AssertAliveAsync();
    }

    private Task EndAsync(Guid user, string how)
    {
        var users = app.Services.GetRequiredService<UserService>();
        return how switch
        {
            "disabled" => users.SetDisabledAsync(AccessFixture.Host, user, true, default),
            "demoted" => users.SetRoleAsync(AccessFixture.Host, user, Role.Agent, default),
            _ => users.SetPasswordAsync(AccessFixture.Host, user, "another long pass phrase", default),
        };
    }
}
