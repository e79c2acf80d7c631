namespace ApiAdmin.Core.Data;

/// <summary>A secret as stored: only ciphertext, and the id of the key that opens it.</summary>
public sealed class SecretRow
{
    public required string Name { get; init; }

    /// <summary>JSON array of the hosts it may be sent to.</summary>
    public required string Hosts { get; set; }

    public required byte[] Ciphertext { get; set; }

    public required byte[] Nonce { get; set; }

    public required byte[] Tag { get; set; }

    public required string KeyId { get; set; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public required string UpdatedBy { get; set; }
}
