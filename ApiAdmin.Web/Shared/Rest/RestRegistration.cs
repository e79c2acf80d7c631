using ApiAdmin.Web.Access;
using ApiAdmin.Web.Customers;
using ApiAdmin.Web.Definitions;
using ApiAdmin.Web.Invocation;

namespace ApiAdmin.Web.Shared.Rest;

public static class RestRegistration
{
    /// <summary>What the endpoints under <c>/api/v1</c> need: API keys, JSON as the contract has it.</summary>
    public static IServiceCollection AddRest(this IServiceCollection services)
    {
        services.AddApiKeyAuthentication();
        services.ConfigureHttpJsonOptions(options => RestJson.Configure(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        return services;
    }

    /// <summary>Goes before anything that may answer for <c>/api/v1</c>.</summary>
    public static IApplicationBuilder UseRestProblems(this IApplicationBuilder app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments(ApiProblems.Prefix, StringComparison.OrdinalIgnoreCase), branch => branch.UseMiddleware<ApiProblems>());

    public static IEndpointRouteBuilder MapRest(this IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup(ApiProblems.Prefix).Problems(401, 429, 500);
        CustomerQueryEndpoint.Map(all);
        var group = all.MapGroup("").RequireAuthorization(ApiKeyAuthentication.Policy);
        group.MapDefinitions();
        group.MapTests();
        group.MapCases();
        group.MapSecrets();
        group.MapMe();
        group.MapCustomerTransfer();
        group.MapCustomers();
        group.MapCustomerFields();
        group.MapTags();
        group.MapVipLevels();
        return routes;
    }
}
