namespace ApiAdmin.Web.Access.ApiKeys;

/// <summary>A day that somebody chose as a key's last: it is good to the end of that day, UTC.</summary>
public static class KeyEnd
{
    public static DateTimeOffset? Of(DateOnly? day) =>
        day is { } last && last < DateOnly.MaxValue ? new DateTimeOffset(last.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;
}
