using System.Collections.ObjectModel;
using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>What a request is built from beside the definition.</summary>
public sealed class BuildInputs
{
    /// <summary>By input name; JSON <c>null</c> counts as not given.</summary>
    public IReadOnlyDictionary<string, JsonElement> Inputs { get; init; } = ReadOnlyDictionary<string, JsonElement>.Empty;

    /// <summary>The secrets that exist, by name.</summary>
    public IReadOnlyDictionary<string, RevealedSecret> Secrets { get; init; } = ReadOnlyDictionary<string, RevealedSecret>.Empty;
}

/// <summary>What building gave. With any <see cref="Problems"/> nothing may be sent.</summary>
public sealed class BuildResult
{
    /// <summary>The request, also with unresolved parts for the preview; null when the URL cannot be read at all.</summary>
    public BuiltRequest? Request { get; init; }

    /// <summary>Each names its input, param or secret; all at once.</summary>
    public ValueList<Finding> Problems { get; init; } = [];

    /// <summary>The values in clear that must not be seen where the other side echoes them: secrets and sensitive values.</summary>
    public IReadOnlyList<string> SensitiveValues { get; init; } = [];

    public bool CanSend => Request is { IsResolved: true } && Problems.Count == 0;

    /// <summary>The sentence for the outcome <see cref="Outcome.InvalidInput"/>.</summary>
    public string Message => $"Nothing was sent. {string.Join(' ', Problems.Select(p => p.Message))}";
}
