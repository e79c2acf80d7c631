using System.Collections.Concurrent;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Urls;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Web.Shared.Language;

namespace ApiAdmin.Web.Invocation.Panel;

/// <summary>A call that may change something in a system that is no sandbox.</summary>
public sealed record RealCall(string Api, string Method, string Host);

/// <summary>
/// Who said today that a run may really go there. Once a day of theirs is enough for each person, API, method and host;
/// a restart asks again.
/// </summary>
public sealed class RealCalls(ISandboxAddress sandbox, TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Actor, RealCall Call), DateOnly> agreed = new();

    /// <summary>What to ask before the definition is run; null when nothing has to be asked.</summary>
    public RealCall? ToAsk(Actor actor, ApiDefinition definition, PageZone zone)
    {
        if (definition.Method.Equals("GET", StringComparison.OrdinalIgnoreCase) || definition.Method.Equals("HEAD", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        // One whose URL cannot be read is refused before anything is sent.
        var url = UrlTemplate.Parse(definition.Url, out _);
        if (url.IsSandbox || url.Host.Length == 0 || IsSandbox(url))
        {
            return null;
        }

        var call = new RealCall(definition.Key, definition.Method.ToUpperInvariant(), url.Port is { } port ? $"{url.Host}:{port}" : url.Host);
        return agreed.TryGetValue((actor.Id, call), out var day) && day == Today(zone) ? null : call;
    }

    public void Agree(Actor actor, RealCall call, PageZone zone)
    {
        // Two days on it is another day in every zone.
        foreach (var old in agreed.Where(entry => entry.Value < Today(PageZone.Utc).AddDays(-1)))
        {
            agreed.TryRemove(old);
        }

        agreed[(actor.Id, call)] = Today(zone);
    }

    private DateOnly Today(PageZone zone) => DateOnly.FromDateTime(zone.Local(time.GetUtcNow()).DateTime);

    private bool IsSandbox(UrlTemplate url) =>
        sandbox.EndPoint is { } own && url.Scheme == "http" && url.Port == own.Port && CanonicalHost.Ascii(url.Host) == own.Address.ToString();
}
