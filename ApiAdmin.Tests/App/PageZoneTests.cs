using System.Globalization;
using ApiAdmin.Core;
using ApiAdmin.Web.Shared.Language;
using Microsoft.AspNetCore.Http;

namespace ApiAdmin.Tests.App;

public sealed class PageZoneTests
{
    private static readonly DateTimeOffset Evening = new(2026, 11, 22, 20, 5, 9, TimeSpan.Zero);

    [Theory]
    [InlineData("en", "Asia/Shanghai", "11/23/2026 4:05:09 AM")]
    [InlineData("zh-CN", "Asia/Shanghai", "2026/11/23 04:05:09")]
    [InlineData("zh-CN", "America/New_York", "2026/11/22 15:05:09")]
    [InlineData("zh-CN", "UTC", "2026/11/22 20:05:09")]
    public void Text_OfAMoment_IsInTheZoneAndAsTheLanguageWritesIt(string language, string zone, string text)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        try
        {
            Assert.Equal(text, PageZone.Of(zone).Text(Evening).Replace('\u202f', ' '));
            Assert.Equal("2026-11-22 20:05:09 UTC", PageZone.Exact(Evening));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Mars/Olympus")]
    [InlineData("../../etc/passwd")]
    [InlineData("Asia/Shanghai\nX")]
    [InlineData("/etc/localtime")]
    public void Of_WhatIsNoZone_IsUtc(string? cookie) => Assert.Equal(TimeZoneInfo.Utc, PageZone.Of(PageZone.Read(With(cookie))).Zone);

    [Fact]
    public void Of_TheBrowsersCookie_IsItsZone() => Assert.Equal("Asia/Shanghai", PageZone.Of(PageZone.Read(With("Asia/Shanghai"))).Zone.Id);

    /// <summary>In Santiago clocks went forward at midnight of 6 September 2026, in Havana they went back over midnight's hour on 1 November.</summary>
    [Theory]
    [InlineData("Asia/Shanghai", "2026-11-23", "2026-11-22T16:00:00")]
    [InlineData("America/New_York", "2026-11-22", "2026-11-22T05:00:00")]
    [InlineData("America/Santiago", "2026-09-06", "2026-09-06T04:00:00")]
    [InlineData("America/Havana", "2026-11-01", "2026-11-01T04:00:00")]
    [InlineData("UTC", "2026-11-22", "2026-11-22T00:00:00")]
    public void Start_OfADay_IsItsFirstMomentThere(string zone, string day, string utc) =>
        Assert.Equal(
            DateTimeOffset.Parse(utc + "Z", CultureInfo.InvariantCulture),
            ZonedDay.Start(DateOnly.Parse(day, CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone)));

    [Fact]
    public void Start_AtTheEndsOfTime_StaysWithinThem()
    {
        Assert.Equal(DateTimeOffset.MinValue, ZonedDay.Start(DateOnly.MinValue, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")));
        Assert.Null(PageZone.Utc.EndOf(DateOnly.MaxValue));
        Assert.Null(PageZone.Utc.EndOf(null));
    }

    private static DefaultHttpContext With(string? cookie)
    {
        var context = new DefaultHttpContext();
        if (cookie is not null)
        {
            context.Request.Headers.Cookie = $"{PageZone.Cookie}={cookie}";
        }

        return context;
    }
}
