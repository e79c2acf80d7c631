using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support.Pages;
using ApiAdmin.Web.Definitions;
using ApiAdmin.Web.Shared.Grid;
using ApiAdmin.Web.Shared.Language;
using Bunit;

namespace ApiAdmin.Tests.Invocation.Panel;

public sealed class RealCallTests
{
    [Fact]
    public async Task Run_ThatMayChangeSomething_AsksOnceADayAndSendsNothingBefore()
    {
        await using var context = new PageContext();
        var page = Open(context, "POST", "https://crm.example.com:8443/v1/orders");
        await page.Button("Run").ClickAsync();
        Assert.Contains("POST crm.example.com:8443", page.WaitForElement(".real-call").TextContent, StringComparison.Ordinal);
        Assert.Empty(context.Tests.Runs);

        await page.Button("Run it").ClickAsync();
        page.WaitForAssertion(() => Assert.Single(context.Tests.Runs));
        Assert.Empty(page.FindAll(".real-call"));
        await page.Button("Run").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal(2, context.Tests.Runs.Count));

        context.Clock.Advance(TimeSpan.FromDays(1));
        await page.Button("Run").ClickAsync();
        Assert.NotNull(page.WaitForElement(".real-call"));
        Assert.Equal(2, context.Tests.Runs.Count);
    }

    [Fact]
    public async Task Agreement_LastsForTheDayOfThePersonsOwnZone()
    {
        await using var context = new PageContext();
        context.Clock.SetUtcNow(new DateTimeOffset(2030, 1, 1, 15, 30, 0, TimeSpan.Zero));
        context.Definitions.Add(new ApiDefinition { Key = "a", Name = "A", Url = "https://crm.example.com/v1/orders", Method = "POST" });
        var page = context.Render<ApiPage>(p => p.Add(a => a.Key, "a").AddCascadingValue(PageZone.Of("Asia/Shanghai")));
        await page.Button("Run").ClickAsync();
        await page.Button("Run it").ClickAsync();
        page.WaitForAssertion(() => Assert.Single(context.Tests.Runs));

        context.Clock.Advance(TimeSpan.FromHours(1));
        await page.Button("Run").ClickAsync();

        Assert.NotNull(page.WaitForElement(".real-call"));
    }

    [Fact]
    public async Task Question_ByKeys_IsNotAnsweredByTheOneThatRaisedItAndLeftByEscape()
    {
        await using var context = new PageContext();
        var page = Open(context, "DELETE", "https://crm.example.com/v1/orders");
        await PressAsync(page, "run");
        await PressAsync(page, "run");
        Assert.NotNull(page.Find(".real-call [data-running]"));
        await PressAsync(page, "cancel");

        Assert.Empty(page.FindAll(".real-call"));
        Assert.Empty(context.Tests.Runs);
        await PressAsync(page, "run");
        Assert.NotNull(page.Find(".real-call"));
    }

    [Theory]
    [InlineData("GET", "https://crm.example.com/v1/orders")]
    [InlineData("HEAD", "https://crm.example.com/v1/orders")]
    [InlineData("POST", "{{system.sandbox.url}}/orders")]
    public async Task Run_ThatChangesNothingReal_AsksNothing(string method, string url)
    {
        await using var context = new PageContext();
        var page = Open(context, method, url);
        await page.Button("Run").ClickAsync();

        page.WaitForAssertion(() => Assert.Single(context.Tests.Runs));
        Assert.Empty(page.FindAll(".real-call"));
    }

    [Fact]
    public async Task Run_AgainstAnotherHostThanAgreed_AsksAgain()
    {
        await using var context = new PageContext();
        var page = Open(context, "PUT", "https://one.example/x");
        await page.Button("Run").ClickAsync();
        await page.Button("Run it").ClickAsync();
        page.WaitForAssertion(() => Assert.Single(context.Tests.Runs));
        await page.Find("#api-url").ChangeAsync("https://two.example/x");
        await page.Button("Run").ClickAsync();

        Assert.Contains("two.example", page.WaitForElement(".real-call").TextContent, StringComparison.Ordinal);
    }

    private static Task PressAsync(IRenderedComponent<ApiPage> page, string name) =>
        page.Find("[data-shortcuts]").TriggerEventAsync("onshortcut", new ShortcutEventArgs { Name = name });

    private static IRenderedComponent<ApiPage> Open(PageContext context, string method, string url)
    {
        context.Definitions.Add(new ApiDefinition { Key = "a", Name = "A", Url = url, Method = method });
        return context.Render<ApiPage>(p => p.Add(a => a.Key, "a"));
    }
}
