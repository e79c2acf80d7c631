namespace ApiAdmin.Core.Access;

/// <summary>A person as listed.</summary>
public sealed record UserInfo
{
    public required Guid Id { get; init; }

    public required string Email { get; init; }

    public required string DisplayName { get; init; }

    public required Role Role { get; init; }

    public DateTimeOffset? DisabledAt { get; init; }

    public required UserState State { get; init; }

    /// <summary>Whether signing in also asks for a code.</summary>
    public bool HasSecondFactor { get; init; }

    /// <summary>When the link for setting a password that is out ends; null when there is none, and where only one user was asked for.</summary>
    public DateTimeOffset? LinkEndsAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

public enum UserState
{
    Active,

    /// <summary>Made, but has no password yet.</summary>
    Invited,

    Disabled,
}

/// <summary>Who is to be invited: makes an account without a password.</summary>
public sealed record Invitation(string Email, Role Role, string DisplayName = "");

/// <summary>Who is to be made a user. The e-mail is the sign-in name; an empty display name means the e-mail.</summary>
public sealed record NewUser(string Email, Role Role, string Password, string DisplayName = "")
{
    /// <summary>Never the password: records print themselves into logs otherwise.</summary>
    public override string ToString() => $"new user {Email}";
}
