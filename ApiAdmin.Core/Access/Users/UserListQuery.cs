namespace ApiAdmin.Core.Access;

public enum UserSort { Name, Email, Role, Created }

/// <summary>Which people to list, and how.</summary>
public sealed record UserListQuery
{
    /// <summary>Found anywhere in name or e-mail, without regard to case and accents.</summary>
    public string? Search { get; init; }

    public UserState? State { get; init; }

    public UserSort Sort { get; init; }

    public bool Descending { get; init; }

    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = 25;
}
