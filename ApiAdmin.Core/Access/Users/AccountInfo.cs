namespace ApiAdmin.Core.Access;

/// <summary>A person's own account, as shown to that person.</summary>
public sealed record AccountInfo(string Email, string DisplayName, Role Role, bool HasSecondFactor);

/// <summary>What a device needs to know, shown only while it is being set up.</summary>
/// <param name="Key">In groups of four, to be typed where no picture can be taken.</param>
/// <param name="Address">For the picture: <c>otpauth://totp/…</c>.</param>
public sealed record SecondFactorSetup(string Key, string Address)
{
    public override string ToString() => nameof(SecondFactorSetup);
}
