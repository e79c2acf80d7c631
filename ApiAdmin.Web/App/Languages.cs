using System.Globalization;

namespace ApiAdmin.Web.App;

/// <summary>The languages that every text of a page exists in; the first is taken when a browser asks for none of them.</summary>
public static class Languages
{
    public static IReadOnlyList<Language> All { get; } =
    [
        new(CultureInfo.GetCultureInfo("en"), "English"),
        new(CultureInfo.GetCultureInfo("zh-CN"), "中文"),
    ];
}

/// <param name="OwnName">What those who speak it call it.</param>
public sealed record Language(CultureInfo Culture, string OwnName);
