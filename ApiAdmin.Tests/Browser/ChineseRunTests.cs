using System.Text.RegularExpressions;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>Real runs that fail in several ways, on Chinese pages: what Core says of them is Chinese, and English again for who reads English.</summary>
public sealed partial class ChineseRunTests
{
    private static readonly ApiDefinition Order = new()
    {
        Key = "order", Name = "订单", Url = "{{system.sandbox.url}}/orders/{orderId}",
        Parameters = [new RequestParam { Name = "orderId", In = ParamPlace.Path, Required = true, Example = RawJson.String("A-1001") }],
        Outputs = [new OutputParam { Name = "status", Path = "$.item.state", Required = true }, new OutputParam { Name = "id", From = OutputSource.Header, Path = "X-None" }],
    };

    [SkippableFact]
    public async Task Runs_ThatFail_AreToldInChineseOnThePageAndInHistory()
    {
        await using var app = await TestApp.StartAsync(settings: new Dictionary<string, string?> { ["Sandbox:Enabled"] = "true" });
        await using var chromium = await Chromium.StartAsync();
        var user = await app.CreateUserAsync(Role.Administrator);
        await CreateAsync(app, new UserActor(user.Id, user.Email!));
        var page = await chromium.VisitAsync(app.Address);
        await page.SpeakAsync(app.Address, "zh-CN");
        await page.SignInAsync(user.Email!);

        foreach (var (key, outcome, says) in new[]
        {
            ("order", "响应无效", "无法读取必需的输出"), ("missing", "HTTP 错误", "对方返回 404"), ("business", "业务失败", "但不是成功"),
            ("slow", "超时", "请提高“限制”中的时间限制"), ("blocked", "已阻止", "云元数据服务"), ("xml", "响应无效", "不是可读取的 JSON"),
        })
        {
            await page.GotoAsync($"/apis/{key}");
            await page.Button("运行").ClickAsync();
            await Assertions.Expect(page.GetByTestId("outcome")).ToContainTextAsync(outcome);
            await Assertions.Expect(page.Locator(".report-message")).ToContainTextAsync(says);
            await AssertNoEnglishAsync(page, key);
            await page.GetByRole(AriaRole.Tab, new() { Name = "步骤" }).ClickAsync();
            await AssertNoEnglishAsync(page, key);
            if (key == "order")
            {
                await Chromium.ShootAsync(page, "chinese-run");
            }
        }

        await page.GotoAsync("/history");
        await Assertions.Expect(page.Locator(".history-table tbody tr")).ToHaveCountAsync(6);
        await page.Locator(".row-link").Last.ClickAsync();
        await Assertions.Expect(page.Locator(".report-message")).ToContainTextAsync("无法读取必需的输出");
        await page.Button("English").ClickAsync();
        await Assertions.Expect(page.Locator(".report-message")).ToContainTextAsync("The required output \"status\" could not be read");
    }

    [SkippableFact]
    public async Task Save_OfWhatIsWrong_SaysWhatInChinese()
    {
        await using var app = await TestApp.StartAsync();
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.VisitAsync(app.Address);
        await page.SpeakAsync(app.Address, "zh-CN");
        await page.SignInAsync((await app.CreateUserAsync(Role.Developer)).Email!);
        await page.GotoAsync("/apis/new");
        await page.Locator("#api-key").FillAsync("Not A Key");
        await page.Locator("#api-url").FillAsync("ftp://x y");

        await page.Button("保存").ClickAsync();

        await Assertions.Expect(page.Locator(".notice-bad")).ToContainTextAsync("只能包含小写字母");
        await Assertions.Expect(page.Locator("#section-basics .field-error").First).ToContainTextAsync("缺少名称");
        await Assertions.Expect(page.Locator("#section-request .field-error")).ToContainTextAsync("只能调用 http 和 https");
        await AssertNoEnglishAsync(page, "new");
        await Chromium.ShootAsync(page, "chinese-findings");
    }

    private static async Task CreateAsync(TestApp app, UserActor actor)
    {
        var definitions = app.Services.GetRequiredService<IDefinitionService>();
        foreach (var definition in new[]
        {
            Order,
            new ApiDefinition { Key = "missing", Name = "没有", Url = "{{system.sandbox.url}}/status/404" },
            SampleApis.All.First(sample => sample.Key == "sample-business-failure") with { Key = "business" },
            new ApiDefinition { Key = "slow", Name = "慢", Url = "{{system.sandbox.url}}/slow?ms=60000", Limits = new InvocationLimits { TimeoutMs = 500 } },
            new ApiDefinition { Key = "blocked", Name = "元数据", Url = "http://169.254.169.254/latest" },
            new ApiDefinition { Key = "xml", Name = "网页", Url = "{{system.sandbox.url}}/xml", Outputs = [new OutputParam { Name = "a", Path = "$.a", Required = true }] },
        })
        {
            await definitions.CreateAsync(actor, definition, default);
        }
    }

    /// <summary>Of what is said in words; names, data and code stand apart.</summary>
    private static async Task AssertNoEnglishAsync(IPage page, string where)
    {
        var texts = await page.Locator(".report-message, .report-warning, .output-problem, .step-failed, .notice, .field-error").AllInnerTextsAsync();
        Assert.NotEmpty(texts);
        Assert.Equal([], texts.Where(text => English().IsMatch(Quoted().Replace(text, ""))).Select(text => $"{where}: {text}"));
    }

    [GeneratedRegex("\"[^\"]*\"", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}", RegexOptions.None, 1000)]
    private static partial Regex English();
}
