using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Definitions;
using ApiAdmin.Tests.Support;
using ApiAdmin.Tests.Support.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>The API screens in a real browser over fakes of their services, so that every state can be looked at.</summary>
public sealed class ScreenTests
{
    private static readonly ApiDefinition Order = new()
    {
        Key = "order-status", Name = "Order status", Category = "Orders", Url = "https://crm.example.com/v1/orders/{orderId}", Method = "GET",
        Headers = [new HeaderParam { Name = "X-Tenant", Value = new ConstantValue { Value = RawJson.String("acme") } }],
        Parameters =
        [
            new RequestParam { Name = "orderId", In = ParamPlace.Path, Required = true, Example = RawJson.String("A-1001"), Description = "As printed on the receipt" },
            new RequestParam { Name = "lang", In = ParamPlace.Query, Value = new ConstantValue { Value = RawJson.String("zh-CN") } },
            new RequestParam { Name = "since", In = ParamPlace.Query, Type = ParamType.Date },
            new RequestParam { Name = "pin", In = ParamPlace.Query, Sensitive = true },
        ],
        Auth = new BearerAuth { Secret = "orders-token" },
        Outputs = [new OutputParam { Name = "status", Path = "$.item.status", Required = true }, new OutputParam { Name = "city", Path = "$.item.city" }],
        Success = new SuccessRule { Rules = [new BodyRule { Path = "$.ret_code", Op = RuleOperator.Eq, Value = RawJson.String("000000") }] },
    };

    [SkippableTheory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Screens_InEveryState_FitTheWindowAndRaiseNoError(int width, ColorScheme scheme)
    {
        var (definitions, tests, secrets) = (new FakeDefinitions(), new FakeTests(), new FakeSecretService());
        await using var app = await TestApp.StartAsync(adjust: builder => Replace(builder, definitions, tests, secrets));
        // Started last, so that it leaves first: a browser that stays connected would hold up the host's end.
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.VisitAsync(app.Address, width, scheme);
        var errors = new List<string>();
        page.Console += (_, message) => Keep(errors, message);
        await page.SignInAsync((await app.CreateUserAsync(Role.Administrator)).Email!);
        var suffix = $"-{width}-{scheme.ToString().ToLowerInvariant()}";

        await ShowAsync(page, "/apis", ".empty-state", "list-empty" + suffix);
        Fill(definitions, secrets);
        await ShowAsync(page, "/apis", ".api-table", "list-full" + suffix);
        definitions.Failure = new Core.NotFoundException("The database cannot be reached just now. Try again in a moment.");
        await ShowAsync(page, "/apis", ".notice-bad", "list-failing" + suffix);
        definitions.Failure = null;
        await ShowAsync(page, "/secrets", ".table", "secrets" + suffix);
        await ShowAsync(page, "/apis/new", "#api-name", "api-new" + suffix);
        await ShowAsync(page, "/apis/long", "#api-name", "api-long" + suffix);
        await ShowAsync(page, "/apis/order-status", "#api-name", "api-open" + suffix);
        await page.Locator("[data-grid=parameters] [data-row] .cell-open").First.ClickAsync();
        await page.WaitForSelectorAsync("[data-grid=parameters] .live input");
        await page.Button("Run").ClickAsync();
        await page.WaitForSelectorAsync("[data-testid=outcome]");
        await Chromium.ShootAsync(page, "api-run" + suffix);
        await page.AssertFitsAsync();
        foreach (var tab in new[] { "Body", "Headers", "Sent request", "Connection" })
        {
            await page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
            await Chromium.ShootAsync(page, $"api-tab-{tab[..4].Trim().ToLowerInvariant()}{suffix}");
            await page.AssertFitsAsync();
        }

        definitions.Add(Order with { Name = "Order state", Category = "Sales" }, "Ben");
        await page.Locator("#api-name").FillAsync("Order status of today");
        await page.Button("Save").ClickAsync();
        await page.WaitForSelectorAsync(".conflict");
        await Chromium.ShootAsync(page, "api-conflict" + suffix);
        await page.AssertFitsAsync();
        Assert.Empty(errors);
    }

    private static async Task ShowAsync(IPage page, string path, string selector, string name)
    {
        await page.GotoAsync(path);
        await page.WaitForSelectorAsync(selector);
        await Chromium.ShootAsync(page, name);
        await page.AssertFitsAsync();
    }

    private static void Keep(List<string> errors, IConsoleMessage message)
    {
        if (message.Type == "error")
        {
            errors.Add(message.Text);
        }
    }

    private static void Replace(WebApplicationBuilder builder, FakeDefinitions definitions, FakeTests tests, FakeSecretService secrets)
    {
        builder.Services.AddSingleton<IDefinitionService>(definitions);
        builder.Services.AddSingleton<ITestService>(tests);
        builder.Services.AddSingleton<ISecretService>(secrets);
    }

    private static void Fill(FakeDefinitions definitions, FakeSecretService secrets)
    {
        secrets.Add("orders-token", "crm.example.com", "order-status");
        secrets.Add("legacy-basic", "10.1.2.3:8443");
        definitions.Add(Order);
        definitions.Add(FullDefinition.Create());
        definitions.Add(new ApiDefinition { Key = "zh", Name = "查询客户订单状态", Category = "客户", Url = "https://crm.example.cn/客户/订单", Method = "POST" }, "李娜");
        definitions.Add(new ApiDefinition { Key = "ar", Name = "حالة الطلب", Category = "الطلبات", Url = "https://crm.example.com/v1", Method = "PUT" });
        definitions.Add(new ApiDefinition { Key = "long", Name = new string('W', 60) + " very long name of an API", Description = new string('x', 300), Url = "https://crm.example.com/" + new string('p', 300), Method = "DELETE" });
        foreach (var (i, method) in new[] { "GET", "HEAD", "PATCH", "OPTIONS" }.Index())
        {
            definitions.Add(new ApiDefinition { Key = $"api-{i}", Name = $"Sample {i}", Category = "Samples", Url = "{{system.sandbox.url}}/echo", Method = method });
        }
    }
}
