using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Access;

/// <summary>What each person does with the own account. A session alone is not enough: each change asks for the password or a code again.</summary>
public sealed class AccountService(
    IAuthorizer authorizer, IDbContextFactory<AppDbContext> contexts, UserWriter writer, UserChanges changes, SignInProof proof)
{
    private const string WrongPassword = "This is not your present password, or the account is locked. After five wrong tries it opens again in five minutes.";

    [Demands(Operation.ManageOwnAccount)]
    public async Task<AccountInfo> GetAsync(Actor actor, CancellationToken cancellationToken)
    {
        var id = await DemandAsync(authorizer, actor, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var user = await UserChanges.FindAsync(db, id, cancellationToken);
        return new AccountInfo(user.Email ?? "", user.DisplayName, user.Role, user.TwoFactorEnabled);
    }

    /// <summary>Ends all sessions of the person; the caller signs this browser in again.</summary>
    /// <exception cref="InvalidException">The present password is wrong, or the new one will not do.</exception>
    [Demands(Operation.ManageOwnAccount)]
    public async Task ChangePasswordAsync(Actor actor, string present, string password, CancellationToken cancellationToken)
    {
        var id = await DemandAsync(authorizer, actor, cancellationToken);
        UserWriter.Demand([.. PasswordPolicy.Check(password, actor.Name)]);
        await DemandPasswordAsync(proof, id, present, cancellationToken);
        var hash = writer.Hash(password);
        await changes.RunAsync(actor, id, "user.own-password", ["password"],
            user => (user.PasswordHash, user.SecurityStamp) = (hash, UserWriter.NewStamp()), cancellationToken);
    }

    internal static InvalidException Wrong(string path, string sentence) => new([new Finding(path, FindingCodes.UnknownValue, sentence)]);

    internal static async Task DemandPasswordAsync(SignInProof proof, Guid id, string present, CancellationToken cancellationToken)
    {
        if (!await proof.CheckPasswordAsync(id, present, cancellationToken))
        {
            throw Wrong("present", WrongPassword);
        }
    }

    internal static async Task<Guid> DemandAsync(IAuthorizer authorizer, Actor actor, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ManageOwnAccount, cancellationToken);
        return actor is UserActor user ? user.UserId : throw new AccessDeniedException("Only a person has an account of this kind.");
    }
}
