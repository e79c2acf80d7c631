using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Access;

/// <summary>
/// Reads a page of the people. One house has hundreds of them, not millions: they are folded and sorted here, alike on
/// every database, and not by columns kept for it.
/// </summary>
internal static class UserList
{
    public static async Task<PagedList<UserInfo>> ReadAsync(AppDbContext db, UserListQuery query, CancellationToken cancellationToken)
    {
        var users = await db.Users.AsNoTracking().OrderBy(user => user.NormalizedEmail).ToListAsync(cancellationToken);
        var search = TextFolding.Fold(query.Search ?? "").Trim();
        var found = users.Select(UserService.Info)
            .Where(user => query.State is null || user.State == query.State)
            .Where(user => search.Length == 0 || TextFolding.Fold($"{user.DisplayName}\n{user.Email}").Contains(search, StringComparison.Ordinal))
            .ToList();
        var page = Sorted(found, query).ToPage(query.Page, query.PageSize, found.Count);
        return page with { Items = await WithLinksAsync(db, page.Items, cancellationToken) };
    }

    private static IEnumerable<UserInfo> Sorted(List<UserInfo> users, UserListQuery query)
    {
        Func<UserInfo, string> by = query.Sort switch
        {
            UserSort.Email => user => TextFolding.SortKey(user.Email),
            UserSort.Role => user => user.Role.ToString(),
            UserSort.Created => user => user.CreatedAt.UtcDateTime.ToString("s", System.Globalization.CultureInfo.InvariantCulture),
            _ => user => TextFolding.SortKey(user.DisplayName),
        };
        return query.Descending ? users.OrderByDescending(by, StringComparer.Ordinal) : users.OrderBy(by, StringComparer.Ordinal);
    }

    private static async Task<IReadOnlyList<UserInfo>> WithLinksAsync(AppDbContext db, IReadOnlyList<UserInfo> users, CancellationToken cancellationToken)
    {
        var ids = users.Select(user => user.Id).ToList();
        var links = await db.UserTokens.AsNoTracking()
            .Where(token => ids.Contains(token.UserId) && token.LoginProvider == UserTokens.Provider && token.Name == UserTokens.Link)
            .ToDictionaryAsync(token => token.UserId, token => StoredLink.Parse(token.Value!), cancellationToken);
        return [.. users.Select(user => user with { LinkEndsAt = links.GetValueOrDefault(user.Id)?.EndsAt })];
    }
}
