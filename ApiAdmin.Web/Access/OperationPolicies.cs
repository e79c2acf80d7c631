using ApiAdmin.Core.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace ApiAdmin.Web.Access;

/// <summary>
/// A page says <c>[Authorize(nameof(Operation.ReadApis))]</c>; the answer comes from the stored role at that moment,
/// by HTTP and again in the circuit.
/// </summary>
public sealed class OperationPolicies(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    public override async Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        Enum.TryParse<Operation>(policyName, ignoreCase: false, out var operation)
            ? new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new OperationRequirement(operation)).Build()
            : await base.GetPolicyAsync(policyName);
}

public sealed record OperationRequirement(Operation Operation) : IAuthorizationRequirement;

public sealed class OperationHandler(IAuthorizer authorizer) : AuthorizationHandler<OperationRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, OperationRequirement requirement)
    {
        if (CurrentActor.Of(context.User) is { } actor
            && await authorizer.AllowsAsync(actor, requirement.Operation, CancellationToken.None))
        {
            context.Succeed(requirement);
        }
    }
}
