namespace ApiAdmin.Core.Access;

/// <summary>A person as listed.</summary>
public sealed record UserInfo
{
    public required Guid Id { get; init; }

    public required string Email { get; init; }

    public required string DisplayName { get; init; }

    public required Role Role { get; init; }

    public DateTimeOffset? DisabledAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>Who is to be made a user. The e-mail is the sign-in name; an empty display name means the e-mail.</summary>
public sealed record NewUser(string Email, Role Role, string Password, string DisplayName = "")
{
    /// <summary>Never the password: records print themselves into logs otherwise.</summary>
    public override string ToString() => $"new user {Email}";
}
