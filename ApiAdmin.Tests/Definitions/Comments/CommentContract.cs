using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions.Comments;
using ApiAdmin.Core.Definitions.Storing;
using ApiAdmin.Core.Definitions.Trash;
using ApiAdmin.Tests.Definitions.Storing;
using ApiAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Tests.Definitions.Comments;

/// <summary>What people write about an API, on every database.</summary>
public abstract class CommentContract(StorageProvider provider) : DefinitionStoreFixture(provider)
{
    private ICommentService Comments => Fixture.Get<ICommentService>();

    [SkippableFact]
    public async Task Thread_OfSeveral_HasTheNewestOldestFirstAndCountsAll()
    {
        RequireDatabase();
        var ana = await StartAsync();
        foreach (var text in new[] { "one", "two", "three" })
        {
            Fixture.Clock.Advance(TimeSpan.FromMinutes(1));
            await Comments.AddAsync(ana, "a", text, default);
        }

        var thread = await Comments.ListAsync(ana, "a", 2, default);

        Assert.Equal(["two", "three"], thread.Items.Select(comment => comment.Text));
        Assert.Equal((3, ana.UserName, Fixture.Clock.GetUtcNow(), null), (thread.Total, thread.Items[1].Author, thread.Items[1].WrittenAt, thread.Items[1].EditedAt));
        Assert.Equal(0, (await Comments.ListAsync(ana, "none", 2, default)).Total);
    }

    [SkippableFact]
    public async Task Change_ByTheAuthorOrAnAdministrator_IsKeptAndByAnotherRefused()
    {
        RequireDatabase();
        var (ana, ben, root, sue) = (await StartAsync(), await Fixture.UserAsync(Role.Developer), await Fixture.UserAsync(Role.Administrator), await Fixture.UserAsync(Role.Supervisor));
        var id = (await Comments.AddAsync(ana, "a", "first", default)).Id;

        await Assert.ThrowsAsync<AccessDeniedException>(() => Comments.EditAsync(ben, id, "mine", default));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Comments.DeleteAsync(ben, id, default));
        await Comments.EditAsync(ana, id, "second", default);
        Fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        await Comments.EditAsync(root, id, "third", default);

        var comment = Assert.Single((await Comments.ListAsync(ben, "a", 10, default)).Items);
        Assert.Equal(("third", ana.UserName, Fixture.Clock.GetUtcNow()), (comment.Text, comment.Author, comment.EditedAt));
        var mayChange = await Task.WhenAll(new[] { ben, ana, root, sue }.Select(async actor => (await Comments.ListAsync(actor, "a", 10, default)).Items[0].MayChange));
        Assert.Equal([false, true, true, false], mayChange);
    }

    [SkippableFact]
    public async Task Removal_IsUndoneWithinADayAndForEverAfterIt()
    {
        RequireDatabase();
        var ana = await StartAsync();
        var id = (await Comments.AddAsync(ana, "a", "first", default)).Id;

        await Comments.DeleteAsync(ana, id, default);
        Assert.Equal(0, (await Comments.ListAsync(ana, "a", 10, default)).Total);
        await Assert.ThrowsAsync<NotFoundException>(() => Comments.EditAsync(ana, id, "second", default));
        await Comments.UndeleteAsync(ana, id, default);
        Assert.Equal("first", Assert.Single((await Comments.ListAsync(ana, "a", 10, default)).Items).Text);

        await Comments.DeleteAsync(ana, id, default);
        Fixture.Clock.Advance(ICommentService.Undoable);
        await Assert.ThrowsAsync<NotFoundException>(() => Comments.UndeleteAsync(ana, id, default));
        await Fixture.Get<TrashSweeper>().SweepAsync(default);
        await using var db = await Fixture.Database.OpenAsync();
        Assert.Equal(0, await db.Comments.CountAsync());
    }

    [SkippableFact]
    public async Task Text_OfEveryKind_ComesBackAsItWasTyped()
    {
        RequireDatabase();
        var ana = await StartAsync();
        string[] texts =
        [
            .. NaughtyStrings.Nastiest(100).Where(text => text.Trim().Length > 0 && !text.Any(char.IsControl)),
            "<script>alert(1)</script>", "two\nlines\tand a tab",
        ];
        foreach (var text in texts)
        {
            Fixture.Clock.Advance(TimeSpan.FromSeconds(1));
            await Comments.AddAsync(ana, "a", text, default);
        }

        var kept = await Comments.ListAsync(ana, "a", 500, default);

        Assert.Equal(texts.Select(text => text.ReplaceLineEndings("\n").Trim()), kept.Items.Select(comment => comment.Text));
    }

    [SkippableFact]
    public async Task Text_ThatCannotBeKept_IsRefusedWithACure()
    {
        RequireDatabase();
        var ana = await StartAsync();

        foreach (var (text, code) in new[]
        {
            ("", FindingCodes.Required), (" \r\n ", FindingCodes.Required), ("a\0b", FindingCodes.InvalidCharacter), ("\u001b[31m", FindingCodes.InvalidCharacter),
            (new string('x', 4_001), FindingCodes.TooLong),
        })
        {
            var refusal = await Assert.ThrowsAsync<InvalidException>(() => Comments.AddAsync(ana, "a", text, default));
            Assert.Equal(code, Assert.Single(refusal.Findings).Code);
        }

        Assert.Equal(new string('x', 4_000), (await Comments.AddAsync(ana, "a", new string('x', 4_000) + "\n", default)).Text);
        Assert.Equal("half \uFFFD", (await Comments.AddAsync(ana, "a", "half \ud800", default)).Text);
    }

    [SkippableFact]
    public async Task Comments_AreNoPartOfTheDefinitionItsTagOrAnExportAndOutliveTheirAuthor()
    {
        RequireDatabase();
        var ana = await StartAsync();
        var tag = (await Service.GetAsync(Host, "a", default)).Tag;
        await Comments.AddAsync(ana, "a", "canary-value", default);

        Assert.Equal(tag, (await Service.GetAsync(Host, "a", default)).Tag);
        Assert.DoesNotContain("canary", System.Text.Encoding.UTF8.GetString(await Fixture.Get<DefinitionArchive>().ExportAsync(Host, default)), StringComparison.Ordinal);
        var told = (await Fixture.Get<AuditService>().ListAsync(Host, null, 1, default))[0];
        Assert.Equal(("comment.add", true), (told.Action, told.Subject.StartsWith("api:a comment:", StringComparison.Ordinal)));
        Assert.DoesNotContain("canary", told.ToString(), StringComparison.Ordinal);
        await using var db = await Fixture.Database.OpenAsync();
        await db.Users.Where(user => user.Id == ana.UserId).ExecuteDeleteAsync();
        Assert.Equal(ana.UserName, Assert.Single((await Comments.ListAsync(Host, "a", 10, default)).Items).Author);
    }

    private async Task<UserActor> StartAsync()
    {
        await Service.CreateAsync(Host, Api("a"), default);
        return await Fixture.UserAsync(Role.Developer);
    }
}

public sealed class SqliteCommentTests() : CommentContract(StorageProvider.Sqlite);

public sealed class PostgresCommentTests() : CommentContract(StorageProvider.PostgreSql);
