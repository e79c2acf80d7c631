using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction.Json;
using ApiAdmin.Core.Extraction.JsonPath;
using Microsoft.Extensions.ObjectPool;

namespace ApiAdmin.Core.Extraction;

/// <summary>
/// Outputs and rules of one definition with their paths parsed, to be made once and kept as long as the definition is.
/// Safe to use from many threads at once.
/// </summary>
public sealed class CompiledDefinition
{
    private readonly ObjectPool<JsonBody> bodies;

    private CompiledDefinition(ApiDefinition definition)
    {
        var slots = new PathSlots();
        Response = definition.Response;
        FollowsRedirects = definition.Limits.FollowRedirects > 0;
        Outputs = [.. definition.Outputs.Select(output => new CompiledOutput(output, slots))];
        NeedsText = Array.Exists(Outputs, o => o.NeedsText);
        NeedsXml = Array.Exists(Outputs, o => o.XPath is not null);
        Rules = [.. definition.Success.Rules.Select(rule => new CompiledRule(rule, slots))];
        NotFoundRules = [.. definition.Success.NotFound.Rules.Select(rule => new CompiledRule(rule, slots))];
        Message = string.IsNullOrEmpty(definition.Success.Message) ? null : slots.Of(JsonPathQuery.Parse(definition.Success.Message).Path);
        Match = definition.Success.Match;
        Accepted = new StatusSet(definition.Success.Status);
        NotFound = new StatusSet(definition.Success.NotFound.Status);
        Paths = slots.Paths;
        var sets = slots.Sets();
        bodies = new DefaultObjectPool<JsonBody>(new BodyPolicy(sets));
    }

    internal ResponseSettings Response { get; }

    internal bool FollowsRedirects { get; }

    internal CompiledOutput[] Outputs { get; }

    internal bool NeedsText { get; }

    internal bool NeedsXml { get; }

    internal bool HasSensitiveOutputs => Array.Exists(Outputs, o => o.Param.IsSecret());

    internal CompiledRule[] Rules { get; }

    internal CompiledRule[] NotFoundRules { get; }

    internal RuleMatch Match { get; }

    internal CompiledPath? Message { get; }

    internal StatusSet Accepted { get; }

    internal StatusSet NotFound { get; }

    internal ValueList<StreamedPath> Paths { get; }

    public static CompiledDefinition Compile(ApiDefinition definition) => new(definition);

    /// <summary>Begins the extraction of one response.</summary>
    public ResponseExtraction Start(ResponseHead head) => new(this, head);

    /// <summary>An event stream announces itself, so <c>auto</c> knows it.</summary>
    internal ResponseKind KindFor(ResponseHead head) =>
        Response.Kind == ResponseKind.Auto && head.MediaType == "text/event-stream" ? ResponseKind.Events : Response.Kind;

    internal JsonBody RentBody() => bodies.Get();

    internal void Return(JsonBody body) => bodies.Return(body);

    private sealed class BodyPolicy(PathSet[] sets) : PooledObjectPolicy<JsonBody>
    {
        public override JsonBody Create() => new(sets);

        public override bool Return(JsonBody obj)
        {
            obj.Release();
            return true;
        }
    }
}
