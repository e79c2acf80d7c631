using System.Globalization;
using ApiAdmin.Core;

namespace ApiAdmin.Web.Shared.Language;

/// <summary>
/// The time zone of the person in front of the page, cascaded from the root. The browser says it in a cookie, as the request for the
/// page knows no other place; without one, or with one this machine does not know, it is UTC. Decision 0101.
/// </summary>
public sealed record PageZone(TimeZoneInfo Zone)
{
    public const string Cookie = "zone";
    private const int Longest = 64;

    public static PageZone Utc { get; } = new(TimeZoneInfo.Utc);

    /// <summary>As the browser names it, such as <c>Asia/Shanghai</c>; null when it is no name of a zone.</summary>
    public static string? Read(HttpContext? context) =>
        context?.Request.Cookies[Cookie] is { Length: > 0 and <= Longest } name && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '_' or '-' or '+')
            ? name
            : null;

    public static PageZone Of(string? name) => name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? new PageZone(zone) : Utc;

    public DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Zone);

    /// <summary>Date and time to the second, as the page's language writes them.</summary>
    public string Text(DateTimeOffset time) => Local(time).ToString("G", CultureInfo.CurrentCulture);

    public string Day(DateTimeOffset time) => Local(time).ToString("d", CultureInfo.CurrentCulture);

    /// <summary>The exact moment, the same for everybody.</summary>
    public static string Exact(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>The first moment after a day; null for none and for the last day there is.</summary>
    public DateTimeOffset? EndOf(DateOnly? day) => day is { } last && last < DateOnly.MaxValue ? ZonedDay.Start(last.AddDays(1), Zone) : null;
}
