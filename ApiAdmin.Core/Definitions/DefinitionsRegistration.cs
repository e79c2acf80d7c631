using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions.Comments;
using ApiAdmin.Core.Definitions.Personal;
using ApiAdmin.Core.Definitions.Storing;
using ApiAdmin.Core.Definitions.Trash;
using ApiAdmin.Core.Definitions.Unsaved;
using ApiAdmin.Core.Definitions.Validation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ApiAdmin.Core.Definitions;

public static class DefinitionsRegistration
{
    /// <summary>The stored APIs; needs <c>AddData</c> and <c>AddAccess</c>.</summary>
    public static IServiceCollection AddDefinitions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new ValidationContext
        {
            MaxTimeoutMs = configuration.GetValue("Outbound:MaxTimeoutMs", ValidationContext.Default.MaxTimeoutMs),
        });
        services.AddSingleton<DefinitionWriter>().AddSingleton<IDefinitionService, DefinitionService>();
        services.AddSingleton<IUnsavedService, UnsavedService>().AddSingleton<UnsavedSweeper>();
        services.AddHostedService(provider => provider.GetRequiredService<UnsavedSweeper>());
        services.AddSingleton<IPersonalApis, PersonalApis>().AddSingleton<ICommentService, CommentService>().AddSingleton<IApiTrash, ApiTrash>();
        services.AddSingleton(provider => new TrashSweeper(
            provider.GetRequiredService<IDbContextFactory<AppDbContext>>(), provider.GetRequiredService<DefinitionWriter>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<TrashSweeper>>()));
        services.AddHostedService(provider => provider.GetRequiredService<TrashSweeper>());
        services.AddSingleton(provider => new DefinitionArchive(
            provider.GetRequiredService<IAuthorizer>(), provider.GetRequiredService<IDbContextFactory<AppDbContext>>(),
            provider.GetRequiredService<DefinitionWriter>(), provider.GetRequiredService<ValidationContext>()));
        return services;
    }
}
