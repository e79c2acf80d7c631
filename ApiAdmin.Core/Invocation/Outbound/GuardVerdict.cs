namespace ApiAdmin.Core.Invocation.Outbound;

/// <summary>What the guard says of a target.</summary>
/// <param name="Refusal">One sentence that says why and what to do; null when the target may be called.</param>
/// <param name="AllowedBy">The rule of <c>Outbound:Allow</c> that let a private target through, or <see cref="OutboundGuard.SandboxRule"/>; null for a public one.</param>
public readonly record struct GuardVerdict(string? Refusal, string? AllowedBy)
{
    public bool IsAllowed => Refusal is null;

    public static GuardVerdict Refused(string refusal) => new(refusal, null);
}
