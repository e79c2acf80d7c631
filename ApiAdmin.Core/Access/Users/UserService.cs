using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Access;

/// <summary>Users as administrators manage them. The last administrator who can sign in stays one.</summary>
public sealed class UserService(
    IAuthorizer authorizer, IDbContextFactory<AppDbContext> contexts, UserWriter writer, UserChanges changes)
{
    [Demands(Operation.ManageUsers)]
    public async Task<IReadOnlyList<UserInfo>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ManageUsers, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var users = await db.Users.AsNoTracking().OrderBy(user => user.NormalizedEmail).ToListAsync(cancellationToken);
        return [.. users.Select(Info)];
    }

    /// <exception cref="InvalidException">E-mail, role or password will not do.</exception>
    /// <exception cref="TakenException">The e-mail is in use.</exception>
    [Demands(Operation.ManageUsers)]
    public async Task<UserInfo> CreateAsync(Actor actor, NewUser user, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ManageUsers, cancellationToken);
        UserWriter.Check(user);
        var hash = writer.Hash(user.Password);
        AppUser? made = null;
        await changes.RunAsync(actor, "user.create", ["email", "displayName", "role", "password"],
            async db => made = await writer.AddAsync(db, user, hash, cancellationToken), cancellationToken);
        return Info(made!);
    }

    /// <summary>Counts from the user's next call on, wherever signed in. Losing a right also ends the user's sessions.</summary>
    [Demands(Operation.ManageUsers)]
    public async Task SetRoleAsync(Actor actor, Guid userId, Role role, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ManageUsers, cancellationToken);
        if (!Enum.IsDefined(role))
        {
            throw new InvalidException([new Finding("role", FindingCodes.UnknownValue, $"The role must be one of {string.Join(", ", Enum.GetNames<Role>())}.")]);
        }

        await changes.RunAsync(actor, userId, "user.role", ["role"], user =>
        {
            if (Permissions.Loses(user.Role, role))
            {
                user.SecurityStamp = UserWriter.NewStamp();
            }

            user.Role = role;
        }, cancellationToken);
    }

    /// <summary>Switches the account off and ends its sessions, or on again.</summary>
    [Demands(Operation.ManageUsers)]
    public async Task SetDisabledAsync(Actor actor, Guid userId, bool disabled, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ManageUsers, cancellationToken);
        await changes.RunAsync(actor, userId, disabled ? "user.disable" : "user.enable", ["disabledAt"], user =>
        {
            user.DisabledAt = disabled ? changes.Now : null;
            user.SecurityStamp = UserWriter.NewStamp();
        }, cancellationToken);
    }

    /// <summary>Gives a new password, lifts a lockout and ends the user's sessions.</summary>
    [Demands(Operation.ManageUsers)]
    public async Task SetPasswordAsync(Actor actor, Guid userId, string password, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ManageUsers, cancellationToken);
        var hash = writer.Hash(password);
        await changes.RunAsync(actor, userId, "user.password", ["password"], user =>
        {
            var findings = PasswordPolicy.Check(password, user.Email ?? "").ToList();
            if (findings.Count > 0)
            {
                throw new InvalidException(findings);
            }

            (user.PasswordHash, user.SecurityStamp, user.LockoutEnd, user.AccessFailedCount) = (hash, UserWriter.NewStamp(), null, 0);
        }, cancellationToken);
    }

    internal static UserInfo Info(AppUser user) => new()
    {
        Id = user.Id, Email = user.Email ?? "", DisplayName = user.DisplayName, Role = user.Role, DisabledAt = user.DisabledAt,
        CreatedAt = user.CreatedAt,
    };
}
