using ApiAdmin.Core.Interchange.CopyAs;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Core.Interchange;

public static class InterchangeRegistration
{
    /// <summary>What requests can be read from and copied as. Needs the invocation feature.</summary>
    public static IServiceCollection AddInterchange(this IServiceCollection services) => services.AddSingleton<ICopyService, CopyService>();
}
