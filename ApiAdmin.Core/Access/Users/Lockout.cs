namespace ApiAdmin.Core.Access;

/// <summary>Wrong passwords and wrong codes count together: five lock the account for five minutes.</summary>
internal static class Lockout
{
    public const int MostWrongTries = 5;

    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(5);

    public static bool IsLocked(AppUser user, DateTimeOffset now) => user.LockoutEnd > now;

    public static void Failed(AppUser user, DateTimeOffset now)
    {
        if (++user.AccessFailedCount >= MostWrongTries)
        {
            (user.LockoutEnd, user.AccessFailedCount) = (now + LockedFor, 0);
        }
    }
}
