using Microsoft.AspNetCore.Identity;

namespace ApiAdmin.Core.Access;

/// <summary>A person who signs in; user name and e-mail are the same. One role each, no role tables.</summary>
public sealed class AppUser : IdentityUser<Guid>
{
    public Role Role { get; set; }

    public string DisplayName { get; set; } = "";

    /// <summary>Set while the account is switched off: sessions end, nothing may be done.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
