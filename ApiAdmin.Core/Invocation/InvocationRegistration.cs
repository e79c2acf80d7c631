using ApiAdmin.Core.Access;
using ApiAdmin.Core.Invocation.BuiltIn;
using ApiAdmin.Core.Invocation.Building;
using ApiAdmin.Core.Invocation.Cases;
using ApiAdmin.Core.Invocation.History;
using ApiAdmin.Core.Invocation.Outbound;
using ApiAdmin.Core.Invocation.Reading;
using ApiAdmin.Core.Invocation.Redirects;
using ApiAdmin.Core.Invocation.Running;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Core.Invocation;

/// <summary>The invoker and everything behind it. Needs the data and access features for secrets, history and the spool's folder.</summary>
public static class InvocationRegistration
{
    public static IServiceCollection AddInvocation(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOutbound(configuration);
        services.AddRequestBuilding(configuration);
        services.AddSingleton<BodySpool>();
        services.AddHostedService<SpoolSweeper>();
        services.AddSingleton<CompiledDefinitions>();
        services.AddSingleton<RequestPreparer>();
        services.AddSingleton<RedirectFollower>();
        services.AddSingleton<ResponseReader>();
        services.AddSingleton<InvocationSettings>();
        services.AddSingleton<IInvoker, Invoker>();
        services.AddSingleton<InvocationHistory>();
        services.AddSingleton<TestRunner>();
        services.AddSingleton<TestService>();
        services.AddSingleton(p => new BuiltInOperations(p.GetServices<IBuiltInOperation>(), p.GetRequiredService<IAuthorizer>()));
        services.AddSingleton<ITestService, BuiltInTestService>();
        services.AddSingleton<ICaseService, CaseService>();
        services.AddHistory(configuration);
        return services;
    }
}
