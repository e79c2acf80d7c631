using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Tests.Support.Pages;

/// <summary>Secrets in memory; keeps the values it was given so that a test can look for them on the page.</summary>
internal sealed class FakeSecretService : ISecretService
{
    private readonly Dictionary<string, SecretInfo> stored = new(StringComparer.Ordinal);

    public Dictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

    public InvalidException? Refusal { get; set; }

    public void Add(string name, string host, params string[] usedBy) => stored[name] = new SecretInfo
    {
        Name = name, Hosts = [host], UsedBy = usedBy.ToValueList(), UpdatedAt = PageContext.Now, UpdatedBy = "Ana",
    };

    public Task<IReadOnlyList<SecretInfo>> ListAsync(Actor actor, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SecretInfo>>([.. stored.Values]);

    public Task<SecretInfo> PutAsync(Actor actor, string name, string value, IReadOnlyList<string> hosts, CancellationToken cancellationToken)
    {
        if (Refusal is not null)
        {
            throw Refusal;
        }

        Values[name] = value;
        Add(name, hosts[0]);
        return Task.FromResult(stored[name]);
    }

    public Task DeleteAsync(Actor actor, string name, CancellationToken cancellationToken)
    {
        if (stored[name].UsedBy.Count > 0)
        {
            throw new InUseException($"{name} is in use.", [.. stored[name].UsedBy.Select(key => new Finding("", FindingCodes.UsedBy, $"API {key} names it."))]);
        }

        stored.Remove(name);
        return Task.CompletedTask;
    }
}
