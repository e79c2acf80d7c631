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

    /// <summary>What is enough to run it: <see cref="ITestService"/> knows the rest. Null when nothing built in has the key.</summary>
    /// <param name="site">The address under which the actor reaches this installation, without a slash at its end.</param>
    public ApiDefinition? Named(string key, string site) =>
        Find(key) is { } operation ? new ApiDefinition { Key = key, Name = key, Url = site + operation.Path } : null;

    /// <summary>All of them as the actor would run them.</summary>
    /// <param name="site">The address under which the actor reaches this installation, without a slash at its end.</param>
    [Demands(Operation.ReadApis)]
    public async Task<IReadOnlyList<ApiDefinition>> ListAsync(Actor actor, string site, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ReadApis, cancellationToken);
        var all = new List<ApiDefinition>();
        foreach (var operation in operations)
        {
            all.Add(await operation.DescribeAsync(site + operation.Path, await IsMaskedAsync(actor, operation, cancellationToken), cancellationToken));
        }

        return all;
    }

    /// <exception cref="InvalidException">It is built in.</exception>
    public void DemandChangeable(string key)
    {
        if (Find(key) is not null)
        {
            throw new InvalidException([new Finding(
                "key", FindingCodes.NotAllowed, $"\"{key}\" is built in: it can be read and run, but neither changed nor deleted.")]);
        }
    }

    internal async Task<bool> IsMaskedAsync(Actor actor, IBuiltInOperation operation, CancellationToken cancellationToken) =>
        !await authorizer.AllowsAsync(actor, operation.Unmasked, cancellationToken);
}
