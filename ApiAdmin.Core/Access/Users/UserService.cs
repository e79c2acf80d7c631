using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Access;

/// <summary>Users as administrators manage them. The last administrator who can sign in stays one.</summary>
public sealed class UserService(
    IAuthorizer authorizer, IDbContextFactory<AppDbContext> contexts, UserWriter writer, UserChanges changes, UserLinks links)
{
    [Demands(Operation.ManageUsers)]
    public async Task<IReadOnlyList<UserInfo>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ManageUsers, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var users = await db.Users.AsNoTracking().OrderBy(user => user.NormalizedEmail).ToListAsync(cancellationToken);
        return [.. users.Select(Info)];
    }

    /// <summary>One page of the people, as searched and sorted.</summary>
    [Demands(Operation.ManageUsers)]
    public async Task<PagedList<UserInfo>> ListAsync(Actor actor, UserListQuery query, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ManageUsers, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await UserList.ReadAsync(db, query, cancellationToken);
    }

    /// <summary>Makes an account without a password, and the link by which the person sets one.</summary>
    /// <exception cref="TakenException">The e-mail is in use.</exception>
    [Demands(Operation.ManageUsers)]
    public async Task<OneTimeLink> InviteAsync(Actor actor, Invitation invitation, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ManageUsers, cancellationToken);
        UserWriter.Check(invitation);
        OneTimeLink? link = null;
        await changes.RunAsync(actor, "user.invite", ["email", "displayName", "role", "link"], async db =>
        {
            var made = await writer.AddAsync(db, new NewUser(invitation.Email, invitation.Role, "", invitation.DisplayName), null, cancellationToken);
            link = await links.MakeAsync(db, made, cancellationToken);
            return made;
        }, cancellationToken);
        return link!;
    }

    /// <summary>
    /// Makes a new link by which the person sets a password; the one before is void. The password there is stays until the
    /// link is used, so that a link which never arrives shuts nobody out.
    /// </summary>
    [Demands(Operation.ManageUsers)]
    public async Task<OneTimeLink> MakeLinkAsync(Actor actor, Guid userId, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ManageUsers, cancellationToken);
        OneTimeLink? link = null;
        await changes.RunAsync(actor, "user.link", ["link"], async db =>
        {
            var user = await UserChanges.FindAsync(db, userId, cancellationToken);
            link = await links.MakeAsync(db, user, cancellationToken);
            return user;
        }, cancellationToken);
        return link!;
    }

    /// <summary>Takes the second step of sign-in away, for somebody who lost the device, and ends the user's sessions.</summary>
    [Demands(Operation.ManageUsers)]
    public async Task ResetSecondFactorAsync(Actor actor, Guid userId, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ManageUsers, cancellationToken);
        await changes.RunAsync(actor, "user.second-factor-reset", ["secondFactor", "recoveryCodes"], async db =>
        {
            var user = await UserChanges.FindAsync(db, userId, cancellationToken);
            await SecondFactorBox.RemoveAsync(db, user, cancellationToken);
            return user;
        }, cancellationToken);
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
        UserWriter.Demand([.. UserWriter.CheckRole(role)]);
        await changes.RunAsync(actor, userId, "user.role", ["role"], user =>
        {
            if (Permissions.Loses(user.Role, role))
            {
                user.SecurityStamp = UserWriter.NewStamp();
            }

            user.Role = role;
        }, cancellationToken);
    }

    /// <summary>Switches the account off and ends its sessions, or on again. Nobody switches off oneself.</summary>
    [Demands(Operation.ManageUsers)]
    public async Task SetDisabledAsync(Actor actor, Guid userId, bool disabled, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ManageUsers, cancellationToken);
        if (disabled && actor is UserActor self && self.UserId == userId)
        {
            throw new InvalidException([new Finding("disabledAt", FindingCodes.NotAllowed,
                "This is your own account; you would shut yourself out. Ask another administrator to switch it off.")]);
        }

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
        CreatedAt = user.CreatedAt, HasSecondFactor = user.TwoFactorEnabled,
        State = user switch { { DisabledAt: not null } => UserState.Disabled, { PasswordHash: null } => UserState.Invited, _ => UserState.Active },
    };
}
