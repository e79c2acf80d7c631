using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using ApiAdmin.Tests.Support;
using ApiAdmin.Web.Access;
using ApiAdmin.Web.App;
using ApiAdmin.Web.Customers;
using ApiAdmin.Web.Customers.Transfer;
using ApiAdmin.Web.Definitions;

namespace ApiAdmin.Tests.App;

public sealed partial class LanguageTests
{
    public static TheoryData<Type> Files => [typeof(Texts), typeof(AccessTexts), typeof(ApiTexts), typeof(CustomerTexts), typeof(TransferTexts)];

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryLanguage_HasEveryTextWithItsPlaceholders(Type file)
    {
        var texts = Read(file, CultureInfo.InvariantCulture);
        foreach (var language in Languages.All.Skip(1))
        {
            var translated = Read(file, language.Culture);

            Assert.Equal([], texts.Keys.Except(translated.Keys).Order());
            Assert.Equal([], translated.Keys.Except(texts.Keys).Order());
            Assert.Equal([], texts.Keys.Where(key => Placeholders(texts[key]) != Placeholders(translated[key])).Order());
        }
    }

    [Fact]
    public async Task SignInPage_ForAChineseBrowser_IsChineseAndOffersEnglish()
    {
        await using var app = await TestApp.StartAsync();
        await app.CreateUserAsync(ApiAdmin.Core.Access.Role.Agent);
        using var client = app.Anonymous();
        client.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN,zh;q=0.9,en;q=0.8");

        var html = await client.GetTextAsync("/login");

        Assert.Contains("<html lang=\"zh-CN\"", html, StringComparison.Ordinal);
        Assert.Contains("登录", System.Net.WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains(">English</button>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignInPage_ForABrowserOfAnotherLanguage_IsEnglish()
    {
        await using var app = await TestApp.StartAsync();
        await app.CreateUserAsync(ApiAdmin.Core.Access.Role.Agent);
        using var client = app.Anonymous();
        client.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("pt-BR");

        Assert.Contains("<html lang=\"en\"", await client.GetTextAsync("/login"), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Read(Type file, CultureInfo culture) =>
        new ResourceManager(file).GetResourceSet(culture, createIfNotExists: true, tryParents: false)?.Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!) ?? [];

    private static string Placeholders(string text) => string.Join(' ', Placeholder().Matches(text).Select(match => match.Value).Distinct().Order());

    [GeneratedRegex(@"\{[0-9]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
