using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Support;

internal static class CheapHashes
{
    /// <summary>
    /// A password's hash is slow on purpose, and nearly every test of the whole program makes people and signs them in.
    /// That the program's own is slow is asserted by <see cref="Access.UserContract"/>, over services without this.
    /// </summary>
    public static void AddCheapHashes(this IServiceCollection services) => services.PostConfigure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
}
