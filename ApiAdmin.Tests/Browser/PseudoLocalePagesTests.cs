using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Tests.Browser.Customers;
using ApiAdmin.Tests.Support;
using ApiAdmin.Tests.Support.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>
/// Every page, panel tab, menu and dialog in the pseudo-culture, from left to right and from right to left: no text is
/// hard-wired, nothing sticks out. The sentences of Core are not pages' texts: they are the same over REST.
/// </summary>
public sealed class PseudoLocalePagesTests
{
    private static readonly string[] Keys = ["Alt+↑", "Alt+↓", "Ctrl+S", "Ctrl+Enter", "Escape", "Enter", "Shift+Enter"];

    private static readonly string[] Choices =
    [
        "call.from", "call.to", "call.id", "call.startedAt", "call.language", "ivr_customer_number", "unixSeconds", "unixMillis", "sandbox.url",
        "now", "today", "uuid", "true", "false", "orders-token", "legacy-basic", "tenant", "key", "Orders", "Samples", "Tests", "客户", "الطلبات",
    ];

    [SkippableTheory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task EveryPage_PseudoCulture_HoldsNoHardWiredTextAndFitsInBothDirections(int width)
    {
        var (definitions, tests, secrets) = (new FakeDefinitions(), new FakeTests(), new FakeSecretService());
        await using var app = await TestApp.StartAsync(
            settings: new Dictionary<string, string?> { ["environment"] = "Development" },
            adjust: builder => Screens.Replace(builder, definitions, tests, secrets));
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.VisitAsync(app.Address, width);
        await page.SpeakAsync(app.Address, "qps-ploc");
        await page.SignInAsync((await app.CreateUserAsync(Role.Administrator)).Email!);

        foreach (var (path, shown) in new[] { ("/", ".figures"), ("/apis", ".empty-state"), ("/secrets", ".empty-state"), ("/history", ".empty-state"), ("/history?search=x", ".empty-state"), ("/history/compare", ".empty-state"), ("/denied", "h1"), ("/nowhere", "h1"), ("/apis/new", "#api-name") })
        {
            await OpenAsync(page, path, shown);
        }

        Screens.Fill(definitions, secrets);
        await OpenAsync(page, "/", ".recent");
        await page.Locator(".user-menu summary").ClickAsync();
        await CheckAsync(page, "the user's menu");
        await OpenAsync(page, "/apis?search=none-of-these", ".empty-state");
        await OpenAsync(page, "/apis", ".api-table");
        await OpenAsync(page, "/apis?view=favourites", ".api-table");
        await OpenAsync(page, "/apis?view=trash", ".empty-state");
        await OpenAsync(page, "/secrets", ".table");
        await DialogAsync(page, ".page-actions .btn");
        await DialogAsync(page, ".cell-actions .btn:not(.btn-bad)");
        await PeopleAsync(page, app.Services);
        await CustomersAsync(page, app.Services);
        await OpenAsync(page, "/apis/full", "#api-name");
        await EditAsync(page);
        await RunAsync(page, tests);
        definitions.Failure = new NotFoundException("123");
        await OpenAsync(page, "/apis", ".notice-bad");
    }

    private static async Task CustomersAsync(IPage page, IServiceProvider services)
    {
        foreach (var path in new[] { "/customers", "/customers?view=trash", "/settings/customer-fields", "/settings/tags", "/settings/vip-levels" })
        {
            await OpenAsync(page, path, ".empty-state");
        }

        await CustomerSeed.AddAsync(services);
        await OpenAsync(page, "/customers?search=none-of-these", ".empty-state");
        await OpenAsync(page, "/customers?search=77", ".customer-table");
        await OpenAsync(page, "/customers?vip=yes&field=cf_10004", ".customer-table");
        await OpenAsync(page, "/customers?tel=13800138000", ".customer-table");
        await OpenAsync(page, "/apis/customer-query", "#test-panel");
        await OpenAsync(page, "/cases", ".empty-state");
        await OpenAsync(page, "/customers/import", "input[type=file]");
        await OpenAsync(page, "/customers/77", ".changes");
        await OpenAsync(page, "/customers/77/edit", "#customer-nick");
        await page.Locator("#customer-nick").FillAsync("1");
        var customers = services.GetRequiredService<CustomerService>();
        var stored = await customers.GetAsync(AccessFixture.Host, 77, default);
        await customers.UpdateAsync(AccessFixture.Host, 77, stored.Customer with { Nick = "2", City = null }, stored.Tag, default);
        await page.Locator(".page-actions .btn-primary").ClickAsync();
        await page.WaitForSelectorAsync(".conflict");
        await CheckAsync(page, "a conflict of customers");
        await OpenAsync(page, "/customers/77/merge/78", ".merge-table");
        await OpenAsync(page, "/customers/new?phone=1", "#customer-nick");
        await OpenAsync(page, "/settings/customer-fields", ".field-table");
        await DialogAsync(page, ".cell-actions .btn >> nth=-3");
        await OpenAsync(page, "/settings/tags", ".list-table");
        await DialogAsync(page, ".cell-actions .btn");
        await OpenAsync(page, "/settings/vip-levels", ".list-table");
        await DialogAsync(page, ".cell-actions .btn-bad");
        stored = await customers.GetAsync(AccessFixture.Host, 77, default);
        await services.GetRequiredService<CustomerRemoval>().DeleteAsync(AccessFixture.Host, 77, stored.Tag, default);
        await OpenAsync(page, "/customers/77", ".notice-warn");
        await OpenAsync(page, "/customers?view=trash", ".trash-table");
    }

    private static async Task PeopleAsync(IPage page, IServiceProvider services)
    {
        await OpenAsync(page, "/settings/keys", ".empty-state");
        await DialogAsync(page, ".page-actions .btn");
        await services.GetRequiredService<ApiKeyService>().CreateAsync(AccessFixture.Host, new NewApiKey("1", [.. Scopes.All]), default);
        await OpenAsync(page, "/settings/keys", ".key-table");
        await DialogAsync(page, ".cell-actions .btn:not(.btn-bad)");
        await DialogAsync(page, ".cell-actions .btn-bad");
        await OpenAsync(page, "/settings/keys?search=none-of-these", ".empty-state");
        await services.GetRequiredService<UserService>().InviteAsync(AccessFixture.Host, new Invitation("1@2.3", Role.Agent), default);
        await OpenAsync(page, "/settings/users", ".user-table");
        await DialogAsync(page, ".page-actions .btn");
        await DialogAsync(page, ".cell-actions .btn");
        await OpenAsync(page, "/settings/users?search=none-of-these", ".empty-state");
        await OpenAsync(page, "/account", ".account form");
        await OpenAsync(page, "/account/second-step", ".account form");
        await page.Locator("#present").FillAsync(TestApp.Password);
        await page.Locator(".account .primary-button").ClickAsync();
        await page.WaitForSelectorAsync(".qr");
        await CheckAsync(page, "setting up the second step");
    }

    /// <summary>Every section and a row of every grid open, what is wrong shown, then the question before leaving.</summary>
    private static async Task EditAsync(IPage page)
    {
        for (var closed = page.Locator(".section-toggle[aria-expanded=false]"); await closed.CountAsync() > 0;)
        {
            // What opens may hold closed ones of its own.
            var toggle = await closed.First.ElementHandleAsync();
            await toggle.ClickAsync();
            await page.WaitForFunctionAsync("toggle => toggle.ariaExpanded === 'true'", toggle);
        }

        for (var help = 0; help < await page.Locator(".help-toggle").CountAsync(); help++)
        {
            await page.Locator(".help-toggle").Nth(help).ClickAsync();
            await Assertions.Expect(page.Locator(".help")).ToHaveCountAsync(help + 1);
        }

        await CheckAsync(page, "help");
        foreach (var grid in new[] { "headers", "parameters", "outputs", "rules", "notfound" })
        {
            await page.Locator($"[data-grid={grid}] .cell-open").First.ClickAsync();
            await page.WaitForSelectorAsync($"[data-grid={grid}] .live input");
            await CheckAsync(page, grid);
        }

        await page.Locator("[data-grid=parameters] .cell-remove .btn").First.ClickAsync();
        await page.WaitForSelectorAsync("[data-grid=parameters] .grid-foot [role=status]");
        await CheckAsync(page, "a removed row");
        await page.Locator("#api-name").FillAsync("123");
        await page.Locator(".crumbs a").ClickAsync();
        await page.WaitForSelectorAsync(".mud-dialog");
        await CheckAsync(page, "leaving");
        await page.Locator(".mud-dialog .btn-primary").ClickAsync();
        await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);
    }

    private static async Task RunAsync(IPage page, FakeTests tests)
    {
        tests.Gate = new TaskCompletionSource();
        await page.Locator("#test-panel .btn-primary").ClickAsync();
        await page.WaitForSelectorAsync(".real-call");
        await CheckAsync(page, "a real call");
        await page.Locator(".real-call .btn-primary").ClickAsync();
        await page.WaitForSelectorAsync(".phase-line");
        await CheckAsync(page, "running");
        tests.Gate.SetResult();
        await page.WaitForSelectorAsync("[data-testid=outcome]");
        for (var tab = 0; tab < await page.GetByRole(AriaRole.Tab).CountAsync(); tab++)
        {
            await page.GetByRole(AriaRole.Tab).Nth(tab).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Tab).Nth(tab)).ToHaveAttributeAsync("aria-selected", "true");
            await CheckAsync(page, $"tab {tab}");
        }
    }

    /// <summary>What slides to its new place, such as the closed menu, is there at once.</summary>
    private static Task TurnAsync(IPage page, string direction) => page.EvaluateAsync(
        """
        to => {
          document.documentElement.dir = to;
          document.documentElement.getBoundingClientRect();
          document.getAnimations().filter(animation => animation instanceof CSSTransition).forEach(transition => transition.finish());
        }
        """,
        direction);

    private static async Task DialogAsync(IPage page, string opener)
    {
        await page.Locator(opener).First.ClickAsync();
        await page.WaitForSelectorAsync(".mud-dialog");
        await CheckAsync(page, opener);
        await page.Locator(".mud-dialog-actions button").First.ClickAsync();
        await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);
    }

    private static async Task OpenAsync(IPage page, string path, string shown)
    {
        await page.GotoAsync(path);
        await page.WaitForSelectorAsync(shown);
        await CheckAsync(page, path);
        await TurnAsync(page, "rtl");
        await Chromium.ShootAsync(page, $"rtl{path.Replace('/', '-').Split('?')[0]}-{page.ViewportSize!.Width}");
        await TurnAsync(page, "ltr");
    }

    /// <summary>What is data stands in a place that takes its own direction, or is code; everything else is the page's own.</summary>
    private static async Task CheckAsync(IPage page, string where)
    {
        foreach (var direction in new[] { "rtl", "ltr" })
        {
            // The style sheets alone know the direction, so that a page can be turned where it stands.
            await TurnAsync(page, direction);
            var wide = await page.EvaluateAsync<string>(
                """
                where => document.documentElement.scrollWidth <= innerWidth ? "" : `${where} is wider than the window: ` + [...document.querySelectorAll("#content *")]
                  .filter(e => e.offsetWidth > 0 && (e.getBoundingClientRect().left < 0 || e.getBoundingClientRect().right > innerWidth))
                  .map(e => `${e.tagName}.${e.className} ${Math.round(e.getBoundingClientRect().left)} to ${Math.round(e.getBoundingClientRect().right)}`).slice(0, 12).join("; ")
                """, $"{where}, {direction}");
            Assert.True(wide.Length == 0, wide);
        }

        var html = await page.EvaluateAsync<string>(
            """
            () => {
              const copy = document.body.cloneNode(true);
              copy.querySelectorAll("[dir=auto], [dir=ltr], bdi, .mono, .method, .avatar, .user-name, .brand-name, .tabular, .chip, .report-message, .section-lead, .phase-part, option, datalist, time").forEach(e => e.remove());
              return copy.innerHTML;
            }
            """);
        var options = await page.EvaluateAsync<string>("() => [...document.querySelectorAll('select:not(.method-select) option')].map(o => `<p>${o.textContent}</p>`).join('')");
        Assert.Equal([], HardWired.TextsIn(html, Keys).Concat(HardWired.TextsIn(options, Choices)).Select(text => $"{where}: {text}"));
    }
}
