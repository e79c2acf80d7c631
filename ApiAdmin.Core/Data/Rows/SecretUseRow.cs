namespace ApiAdmin.Core.Data;

/// <summary>An API's draft names a secret. The secret need not exist: an import may come before its secrets.</summary>
public sealed class SecretUseRow
{
    public required Guid ApiId { get; init; }

    public required string SecretName { get; init; }
}
