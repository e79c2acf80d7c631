using System.Buffers.Binary;
using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Access;

/// <summary>
/// That nobody learns from the time of a refusal which accounts exist. Not measured by the clock, which tells nothing on a
/// shared machine: counted in iterations of the hash, which are all but the whole of that time.
/// </summary>
public sealed class SignInWorkTests
{
    private const string Email = "known@example.com";

    [Theory]
    [InlineData("unknown", false)]
    [InlineData("wrong password", false)]
    [InlineData("locked out", false)]
    [InlineData("disabled", false)]
    [InlineData("no e-mail", false)]
    [InlineData("invited", false)]
    [InlineData("right", true)]
    public async Task Check_AnyEnding_CostsOneHashOfTheSameStrength(string how, bool lets)
    {
        var hasher = new CountingHasher();
        await using var access = await AccessFixture.CreateAsync(configure: (services, _) => services.AddSingleton<IPasswordHasher<AppUser>>(hasher));
        var users = access.Get<UserService>();
        await access.UserAsync(Role.Administrator);
        var user = await users.CreateAsync(AccessFixture.Host, new NewUser(Email, Role.Developer, AccessFixture.Password), default);
        await users.InviteAsync(AccessFixture.Host, new Invitation("invited@example.com", Role.Agent), default);
        if (how == "disabled")
        {
            await users.SetDisabledAsync(AccessFixture.Host, user.Id, true, default);
        }

        for (var i = 0; how == "locked out" && i < 5; i++)
        {
            await CheckAsync(access, Email, "a wrong pass phrase");
        }

        // The stand-in's own hash is made once in the life of the program.
        await CheckAsync(access, "nobody@example.com", "x");
        hasher.Iterations.Clear();

        var found = await CheckAsync(
            access,
            how switch { "unknown" => "nobody@example.com", "no e-mail" => " ", "invited" => "invited@example.com", _ => Email },
            how == "wrong password" ? "a wrong pass phrase" : AccessFixture.Password);

        Assert.Equal(lets, found is not null);
        Assert.Equal([220_000], hasher.Iterations);
    }

    private static async Task<AppUser?> CheckAsync(AccessFixture access, string email, string password)
    {
        await using var scope = access.Database.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PasswordSignIn>().CheckAsync(email, password);
    }

    private sealed class CountingHasher : IPasswordHasher<AppUser>
    {
        private readonly PasswordHasher<AppUser> inner = new(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 220_000 }));

        /// <summary>Of each hash computed, in order.</summary>
        public List<int> Iterations { get; } = [];

        public string HashPassword(AppUser user, string password) => Noted(inner.HashPassword(user, password));

        public PasswordVerificationResult VerifyHashedPassword(AppUser user, string hashedPassword, string providedPassword) =>
            inner.VerifyHashedPassword(user, Noted(hashedPassword), providedPassword);

        private string Noted(string hash)
        {
            Iterations.Add(BinaryPrimitives.ReadInt32BigEndian(Convert.FromBase64String(hash).AsSpan(5)));
            return hash;
        }
    }
}
