using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Invocation.BuiltIn;

/// <summary>The built-in operations by their keys.</summary>
public sealed class BuiltInOperations
{
    private readonly IReadOnlyList<IBuiltInOperation> operations;
    private readonly IAuthorizer authorizer;

    internal BuiltInOperations(IEnumerable<IBuiltInOperation> operations, IAuthorizer authorizer) =>
        (this.operations, this.authorizer) = ([.. operations], authorizer);

    internal IBuiltInOperation? Find(string key) => operations.FirstOrDefault(operation => operation.Key == key);

    /// <summary>Whether something built in has the key.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>All of them as the actor would run them.</summary>
    [Demands(Operation.ReadApis)]
    public async Task<IReadOnlyList<ApiDefinition>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ReadApis, cancellationToken);
        var all = new List<ApiDefinition>();
        foreach (var operation in operations)
        {
            all.Add(await operation.DescribeAsync(await IsMaskedAsync(actor, operation, cancellationToken), cancellationToken));
        }

        return all;
    }

    internal async Task<bool> IsMaskedAsync(Actor actor, IBuiltInOperation operation, CancellationToken cancellationToken) =>
        !await authorizer.AllowsAsync(actor, operation.Unmasked, cancellationToken);
}
