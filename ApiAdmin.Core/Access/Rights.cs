namespace ApiAdmin.Core.Access;

/// <summary>What an actor may do as stored now, or why it may do nothing.</summary>
/// <param name="ExpiresAt">From then on the key counts for nothing, however fresh these rights are.</param>
internal sealed record Rights(Role? Role, IReadOnlyList<string>? Scopes, string? Refusal, DateTimeOffset? ExpiresAt = null)
{
    /// <summary>What somebody may do who has yet to set up the demanded second step: only that, and leave.</summary>
    public static readonly Rights UntilSecondFactor = new(null, null,
        "Signing in here takes a second step. Set it up on your account page first.") { OwnAccountOnly = true };

    public const string Expired = "This API key has expired. Ask an administrator for a new one.";

    private bool OwnAccountOnly { get; init; }

    public static Rights Of(Role role) => new(role, null, null);

    public static Rights Of(IReadOnlyList<string> scopes, DateTimeOffset? expiresAt) => new(null, scopes, null, expiresAt);

    public static Rights None(string refusal) => new(null, null, refusal);

    public bool Allow(Operation operation) =>
        (Role is { } role && Permissions.Allows(role, operation)) || (Scopes is not null && Permissions.Allows(Scopes, operation))
        || (OwnAccountOnly && operation == Operation.ManageOwnAccount);
}
