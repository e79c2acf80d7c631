using System.Reflection;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>Role × page over a live circuit, one test per cell: the page is asked for without a request that HTTP could refuse.</summary>
public sealed class CircuitRightsTests(CircuitRightsTests.Visitors visitors) : IClassFixture<CircuitRightsTests.Visitors>
{
    private const string Api = "Canary Orders";
    private const string Secret = "canary-secret";
    private const string Customer = "Canary Customer";
    private const string Refusal = "You may not use this page";

    /// <summary>Each page: its route, an address of it, and what stands on it for who may see it.</summary>
    private static readonly (string Route, string Address, string Content, Role[] Allowed)[] Pages =
    [
        ("/", "/", "Overview", [Role.Administrator, Role.Developer, Role.Supervisor, Role.Agent]),
        ("/apis", "/apis", Api, [Role.Administrator, Role.Developer, Role.Supervisor]),
        ("/apis/new", "/apis/new", "New API", [Role.Administrator, Role.Developer, Role.Supervisor]),
        ("/apis/{Key}", "/apis/canary-orders", Api, [Role.Administrator, Role.Developer, Role.Supervisor]),
        ("/apis/customer-query", "/apis/customer-query", "Customer query", [Role.Administrator, Role.Developer, Role.Supervisor]),
        ("/cases", "/cases", "No test case", [Role.Administrator, Role.Developer]),
        ("/history", "/history", "Test history", [Role.Administrator, Role.Developer, Role.Supervisor]),
        ("/history/{Id}", "/history/none", "Test history", [Role.Administrator, Role.Developer, Role.Supervisor]),
        ("/history/compare", "/history/compare", "Choose two runs", [Role.Administrator, Role.Developer, Role.Supervisor]),
        ("/secrets", "/secrets", Secret, [Role.Administrator, Role.Developer]),
        ("/customers", "/customers", Customer, [Role.Administrator, Role.Developer, Role.Supervisor, Role.Agent]),
        ("/customers/new", "/customers/new", "New customer", [Role.Administrator, Role.Supervisor, Role.Agent]),
        ("/customers/import", "/customers/import", "Choose a file", [Role.Administrator, Role.Supervisor]),
        ("/customers/{Id}", "/customers/77", Customer, [Role.Administrator, Role.Developer, Role.Supervisor, Role.Agent]),
        ("/customers/{Id}/edit", "/customers/77/edit", Customer, [Role.Administrator, Role.Supervisor, Role.Agent]),
        ("/customers/{Id}/merge/{Other}", "/customers/77/merge/78", Customer, [Role.Administrator, Role.Supervisor]),
        ("/settings/customer-fields", "/settings/customer-fields", "No customer field yet", [Role.Administrator, Role.Supervisor]),
        ("/settings/tags", "/settings/tags", "No tag yet", [Role.Administrator, Role.Supervisor]),
        ("/settings/vip-levels", "/settings/vip-levels", "No VIP level yet", [Role.Administrator, Role.Supervisor]),
        ("/settings/users", "/settings/users", "Who may sign in", [Role.Administrator]),
        ("/settings/keys", "/settings/keys", "No API key yet", [Role.Administrator]),
    ];

    public static TheoryData<Role, string> Cells()
    {
        var data = new TheoryData<Role, string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            foreach (var page in Pages)
            {
                data.Add(role, page.Route);
            }
        }

        return data;
    }

    [SkippableTheory]
    [MemberData(nameof(Cells))]
    public async Task Page_AskedForInsideTheCircuit_IsShownOrRefusedWithoutAnyDataOfIt(Role role, string route)
    {
        var (_, address, content, allowed) = Pages.Single(page => page.Route == route);
        var page = await visitors.OnTheDeniedPageAsync(role);

        await page.EvaluateAsync("address => Blazor.navigateTo(address)", address);

        var main = page.Locator("#content");
        if (allowed.Contains(role))
        {
            await Assertions.Expect(main.Locator($"text={content}").Or(main.Locator($"input[value='{content}']")).First).ToBeAttachedAsync();
            await Assertions.Expect(main).Not.ToContainTextAsync(Refusal);
        }
        else
        {
            await Assertions.Expect(page).ToHaveURLAsync(new Uri(new Uri(page.Url), address).ToString());
            await Assertions.Expect(main).ToContainTextAsync(Refusal);
            var all = await page.ContentAsync();
            Assert.DoesNotContain(Api, all, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, all, StringComparison.Ordinal);
            Assert.DoesNotContain(Customer, all, StringComparison.Ordinal);
        }

        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument === true"), "The browser loaded the page anew: the circuit was not asked.");
    }

    [Fact]
    public void Table_OfPages_HasEveryOneThatNeedsASignIn()
    {
        string[] forAnyone = ["/account", "/account/second-step", "/denied", "/not-found"];
        var routes = typeof(Web.Program).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<AllowAnonymousAttribute>() is null)
            .SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template);

        Assert.Equal(Pages.Select(page => page.Route).Concat(forAnyone).Order(StringComparer.Ordinal), routes.Order(StringComparer.Ordinal));
    }

    /// <summary>One program with one API and one secret, and a person of each role with a page open.</summary>
    public sealed class Visitors : IAsyncLifetime
    {
        private readonly Dictionary<Role, IPage> pages = [];
        private TestApp app = null!;
        private Chromium? chromium;

        public async Task InitializeAsync()
        {
            app = await TestApp.StartAsync();
            await app.Services.GetRequiredService<IDefinitionService>().CreateAsync(
                AccessFixture.Host, new ApiDefinition { Key = "canary-orders", Name = Api, Url = "https://crm.example.com/v1" }, default);
            var customers = app.Services.GetRequiredService<CustomerService>();
            await customers.CreateAsync(AccessFixture.Host, new Core.Customers.Customer { Nick = CircuitRightsTests.Customer }, 77, default);
            await customers.CreateAsync(AccessFixture.Host, new Core.Customers.Customer { Nick = "Twin" }, 78, default);
            await app.Services.GetRequiredService<ISecretService>().PutAsync(AccessFixture.Host, Secret, "some value", ["a.example"], default);
        }

        /// <summary>A page that shows nothing of anybody's, on a circuit that is up; marked, so that a new document would be told.</summary>
        internal async Task<IPage> OnTheDeniedPageAsync(Role role)
        {
            chromium ??= await Chromium.StartAsync();
            if (!pages.TryGetValue(role, out var page))
            {
                pages[role] = page = await chromium.VisitAsync(app.Address);
                await page.SignInAsync((await app.CreateUserAsync(role)).Email!);
                await page.EvaluateAsync("window.sameDocument = true");
            }

            await page.EvaluateAsync("Blazor.navigateTo('/denied')");
            await Assertions.Expect(page.Locator("#content")).ToContainTextAsync(Refusal);
            return page;
        }

        public async Task DisposeAsync()
        {
            if (chromium is not null)
            {
                await chromium.DisposeAsync();
            }

            await app.DisposeAsync();
        }
    }
}
