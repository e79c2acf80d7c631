using System.Collections.ObjectModel;
using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation.BuiltIn;
using ApiAdmin.Core.Invocation.Redaction;

namespace ApiAdmin.Core.Invocation;

/// <summary>What to run and with which inputs.</summary>
public sealed record InvocationRequest
{
    public required ApiDefinition Definition { get; init; }

    /// <summary>Null for a draft.</summary>
    public int? Version { get; init; }

    /// <summary>By input name; a number keeps its digits. Inputs the definition does not declare are refused by name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Inputs { get; init; } = ReadOnlyDictionary<string, JsonElement>.Empty;

    /// <summary>Answers instead of the other side: everything is done as always, but nothing is sent.</summary>
    public ResponseSample? Sample { get; init; }

    /// <summary>Keep a body over 64 KiB in a spool file that <see cref="InvocationResult.SpooledBody"/> names and only <see cref="OwnerId"/> may read.</summary>
    public bool SpoolBody { get; init; }

    /// <summary>Tell of each step what went in and what came out: for reports that people look at.</summary>
    public bool Explain { get; init; }

    /// <summary>Id of the actor it runs for; without one nothing is spooled.</summary>
    public string? OwnerId { get; init; }

    /// <summary>What answers instead of another system; null sends the request.</summary>
    internal BuiltInCall? BuiltIn { get; init; }

    /// <summary>Told as each phase begins, from the invoking flow; must return at once.</summary>
    public IProgress<string>? PhaseStarted { get; init; }
}

/// <summary>The report, and what must not be in it.</summary>
public sealed record InvocationResult
{
    public required InvocationReport Report { get; init; }

    /// <summary>Outputs by name with their true values, sensitive ones unmasked: for the gateway and flows only.</summary>
    public required ValueMap<RawJson?> Outputs { get; init; }

    /// <summary>Id of the spooled body, null when it fits the report.</summary>
    public string? SpooledBody { get; init; }

    /// <summary>What masked the report, for whatever else is kept of the run.</summary>
    internal Redactor Redactor { get; init; } = Redactor.None;
}

/// <summary>Runs a definition. Traffic never throws: whatever the other side does is an outcome in the report.</summary>
public interface IInvoker
{
    /// <summary>Runs <paramref name="request"/> to one of the closed outcomes; cancelling ends it as <see cref="Outcome.Cancelled"/>.</summary>
    Task<InvocationResult> InvokeAsync(InvocationRequest request, CancellationToken cancellationToken);
}
