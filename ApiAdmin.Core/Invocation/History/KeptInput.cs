using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Invocation.History;

/// <summary>One input of a kept run. A redacted one has no value: another run has to ask for it again.</summary>
public sealed record KeptInput
{
    public RawJson? Value { get; init; }

    public bool Redacted { get; init; }
}
