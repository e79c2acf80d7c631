using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Access;

/// <summary>A person's second step as stored, sealed: the device's secret, the last code's time step, and hashes of the recovery codes left.</summary>
internal sealed record SecondFactorState
{
    public required byte[] Secret { get; init; }

    public long LastStep { get; init; }

    public ValueList<string> Codes { get; init; } = [];

    public override string ToString() => nameof(SecondFactorState);
}
