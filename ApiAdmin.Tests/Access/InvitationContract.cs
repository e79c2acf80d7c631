using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Access;

/// <summary>One-time links: how long they are good, how often, and for whom.</summary>
public abstract class InvitationContract(StorageProvider provider) : AccessContract(provider)
{
    private const string Email = "li.na@example.com";
    private const string Chosen = "seven quiet herons wading";

    private UserService Users => Access.Get<UserService>();

    private UserLinks Links => Access.Get<UserLinks>();

    [SkippableFact]
    public async Task Use_OfAnInvitation_SetsNameAndPasswordOnce()
    {
        var link = await InviteAsync();
        Assert.Equal(new LinkHolder(Email, "", true), await Links.FindAsync(link.Token, default));
        Assert.Null(await SignInAsync(""));

        await Links.UseAsync(link.Token, "Li Na", Chosen, default);

        Assert.Equal("Li Na", (await SignInAsync(Chosen))!.DisplayName);
        Assert.Null(await Links.FindAsync(link.Token, default));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Links.UseAsync(link.Token, "", "another long pass phrase", default));
        Assert.NotNull(await SignInAsync(Chosen));
    }

    [SkippableTheory]
    [InlineData(72 * 60 - 1, true)]
    [InlineData(72 * 60, false)]
    public async Task Link_AfterMinutes_IsGoodForSeventyTwoHours(int minutes, bool good)
    {
        var link = await InviteAsync();

        Access.Clock.Advance(TimeSpan.FromMinutes(minutes));

        Assert.Equal(good, await Links.FindAsync(link.Token, default) is not null);
        var trouble = await Record.ExceptionAsync(() => Links.UseAsync(link.Token, "", Chosen, default));
        Assert.Equal(good, trouble is null);
    }

    [SkippableFact]
    public async Task Link_WithAnyCharacterChanged_IsNobodys()
    {
        var link = await InviteAsync();

        for (var i = 0; i < link.Token.Length; i++)
        {
            var changed = string.Concat(link.Token.AsSpan(0, i), link.Token[i] == 'A' ? "B" : "A", link.Token.AsSpan(i + 1));
            Assert.Null(await Links.FindAsync(changed, default));
        }
    }

    [SkippableTheory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("李娜")]
    [InlineData("====")]
    public async Task Link_ThatIsNone_IsNobodys(string? token) => Assert.Null(await Links.FindAsync(token, default));

    [SkippableFact]
    public async Task MakeLink_Again_VoidsTheOneBefore()
    {
        var first = await InviteAsync();

        var second = await Users.MakeLinkAsync(AccessFixture.Host, first.UserId, default);

        Assert.Null(await Links.FindAsync(first.Token, default));
        Assert.NotNull(await Links.FindAsync(second.Token, default));
    }

    [SkippableFact]
    public async Task Use_TwiceAtOnce_OneWins()
    {
        var link = await InviteAsync();

        var troubles = await Task.WhenAll(Enumerable.Range(0, 4).Select(i =>
            Task.Run(() => Record.ExceptionAsync(() => Links.UseAsync(link.Token, "", $"{Chosen} {i} times", default)))));

        Assert.Equal(1, troubles.Count(trouble => trouble is null));
        Assert.Equal(3, troubles.OfType<AccessDeniedException>().Count());
    }

    [SkippableFact]
    public async Task Use_PasswordThatWillNotDo_TellsSoAndTheLinkStaysGood()
    {
        var link = await InviteAsync();

        var refusal = await Assert.ThrowsAsync<InvalidException>(() => Links.UseAsync(link.Token, "a\nb", "short", default));

        Assert.Equal(["displayName", "password"], refusal.Findings.Select(finding => finding.Path));
        Assert.NotNull(await Links.FindAsync(link.Token, default));
    }

    [SkippableFact]
    public async Task Link_OfADisabledAccount_IsNobodys()
    {
        var link = await InviteAsync();

        await Users.SetDisabledAsync(AccessFixture.Host, link.UserId, true, default);

        Assert.Null(await Links.FindAsync(link.Token, default));
    }

    [SkippableFact]
    public async Task Reset_OfAPassword_EndsTheSessionsWhenUsedAndOpensALockout()
    {
        var link = await InviteAsync();
        await Links.UseAsync(link.Token, "", Chosen, default);
        for (var i = 0; i < 5; i++)
        {
            Assert.Null(await SignInAsync("wrong password entirely"));
        }

        var reset = await Users.MakeLinkAsync(AccessFixture.Host, link.UserId, default);
        var before = await StampAsync(link.UserId);
        Assert.False((await Links.FindAsync(reset.Token, default))!.IsInvitation);
        await Links.UseAsync(reset.Token, "", "another long pass phrase", default);

        Assert.NotEqual(before, await StampAsync(link.UserId));
        Assert.NotNull(await SignInAsync("another long pass phrase"));
        Assert.Null(await SignInAsync(Chosen));
    }

    [SkippableFact]
    public async Task DatabaseAndAudit_WithALink_HoldNoTokenAndNameTheFieldsOnly()
    {
        var link = await InviteAsync();
        await using (var db = await Access.Database.OpenAsync())
        {
            var stored = (await db.UserTokens.SingleAsync()).Value!;
            Assert.DoesNotContain(link.Token, stored, StringComparison.Ordinal);
            Assert.DoesNotContain(link.Token[22..], stored, StringComparison.Ordinal);
        }

        await Links.UseAsync(link.Token, "Li Na", Chosen, default);
        var rows = await Access.Get<AuditService>().ListAsync(AccessFixture.Host, null, 10, default);
        Assert.Equal(["user.link-used", "user.invite"], rows.Select(row => row.Action));
        Assert.Equal(["displayName,password,link", "email,displayName,role,link"], rows.Select(row => string.Join(',', row.Fields)));
        Assert.All(rows, row => Assert.Equal($"user:{link.UserId:N}", row.Subject));
    }

    private Task<OneTimeLink> InviteAsync() => Users.InviteAsync(AccessFixture.Host, new Invitation(Email, Role.Developer), default);

    private async Task<string?> StampAsync(Guid id)
    {
        await using var db = await Access.Database.OpenAsync();
        return await db.Users.Where(user => user.Id == id).Select(user => user.SecurityStamp).SingleAsync();
    }

    private async Task<AppUser?> SignInAsync(string password)
    {
        await using var scope = Access.Database.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PasswordSignIn>().CheckAsync(Email, password);
    }
}

public sealed class SqliteInvitationTests() : InvitationContract(StorageProvider.Sqlite);

public sealed class PostgresInvitationTests() : InvitationContract(StorageProvider.PostgreSql);
