using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Support;
using ApiAdmin.Tests.Support.Pages;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>Markup that came in as data, in every place that shows data: it stays text, and nothing of it runs.</summary>
public sealed class MarkupInDataTests
{
    private const int PerName = 4;

    [SkippableFact]
    public async Task EveryPayload_InEveryPlace_IsShownAsTextAndRunsNothing()
    {
        string[] payloads = [.. XssPayloads.All, .. NaughtyStrings.Read().Where(text => text.Trim().Length > 0)];
        Assert.True(payloads.Length > 2_000);
        var (definitions, tests, secrets) = (new FakeDefinitions(), new FakeTests { Report = Report(payloads) }, new FakeSecretService());
        foreach (var (i, some) in payloads.Chunk(PerName).Index())
        {
            definitions.Add(new ApiDefinition { Key = $"k{i:0000}", Name = some[0], Category = i < 100 ? some[^1] : "", Url = "https://x.example/" + some[1 % some.Length] }, some[2 % some.Length]);
            secrets.Add(some[0], some[1 % some.Length], some[^1]);
        }

        definitions.Add(Everywhere(payloads));
        await using var app = await TestApp.StartAsync(adjust: builder => Screens.Replace(builder, definitions, tests, secrets));
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.VisitAsync(app.Address);
        var trouble = Watch(page, app.Address);
        await page.SignInAsync((await app.CreateUserAsync(Role.Administrator)).Email!);

        foreach (var path in new[] { "/", "/apis", "/apis?page=2", "/apis?page=9", "/secrets", "/apis/%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E" })
        {
            await page.GotoAsync(path);
            await page.WaitForSelectorAsync(".recent, .table, .notice-bad");
            await AssertNothingRanAsync(page, trouble);
        }

        await page.GotoAsync("/apis/everywhere");
        await page.WaitForSelectorAsync("#api-name");
        await AssertNothingRanAsync(page, trouble);
        await page.Button("Run").ClickAsync();
        await page.WaitForSelectorAsync("[data-testid=outcome]");
        foreach (var tab in new[] { "Outputs", "Body", "Headers", "Sent request", "Redirects", "Connection", "Steps" })
        {
            await page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Tab, new() { Name = tab })).ToHaveAttributeAsync("aria-selected", "true");
            await AssertNothingRanAsync(page, trouble);
        }
    }

    [SkippableFact]
    public async Task EveryPayload_AsANameAndValueOfABody_IsTextInItsTree()
    {
        string[] payloads = [.. XssPayloads.All, .. NaughtyStrings.Read()];
        var (definitions, tests) = (new FakeDefinitions(), new FakeTests());
        var body = JsonSerializer.Serialize(payloads.Distinct().ToDictionary(text => text, text => text));
        tests.Report = Reports.Success with { Outputs = [], Response = Reports.Success.Response! with { Body = body, BodyBytes = body.Length } };
        definitions.Add(new ApiDefinition { Key = "tree", Name = "Tree", Url = "https://x.example/" });
        await using var app = await TestApp.StartAsync(adjust: builder => Screens.Replace(builder, definitions, tests, new FakeSecretService()));
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.VisitAsync(app.Address);
        var trouble = Watch(page, app.Address);
        await page.SignInAsync((await app.CreateUserAsync(Role.Administrator)).Email!);
        await page.GotoAsync("/apis/tree");
        await page.Button("Run").ClickAsync();
        await page.GetByRole(AriaRole.Tab, new() { Name = "Body" }).ClickAsync();

        foreach (var place in new[] { 0, 300, 600, 1_200, 1_800 })
        {
            await page.Locator("#body-tree").EvaluateAsync("(tree, row) => tree.scrollTop = row * 28", place);
            await page.Locator($"#tree-{place + 5}").ClickAsync();
            await Assertions.Expect(page.Locator($"#tree-{place + 5}")).ToHaveAttributeAsync("aria-selected", "true");
            await AssertNothingRanAsync(page, trouble);
        }
    }

    private static List<string> Watch(IPage page, string address)
    {
        var trouble = new List<string>();
        page.Dialog += async (_, dialog) =>
        {
            trouble.Add($"dialog {dialog.Message}");
            await dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address, StringComparison.Ordinal) || request.Url.EndsWith("/csp", StringComparison.Ordinal))
            {
                trouble.Add($"request {request.Url}");
            }
        };
        return trouble;
    }

    private static async Task AssertNothingRanAsync(IPage page, List<string> trouble)
    {
        Assert.False(await page.EvaluateAsync<bool>("() => 'ran' in window || document.title === 'ran'"), $"Something ran on {page.Url}.");
        Assert.Equal(0, await page.Locator("a[href^='javascript' i], a[href^='data' i], main iframe, main script, main object, main embed, main base").CountAsync());
        Assert.Empty(trouble);
    }

    /// <summary>Rows and texts of one API, as no validator would let them in.</summary>
    private static ApiDefinition Everywhere(string[] payloads) => new()
    {
        Key = "everywhere", Name = payloads[0], Description = string.Join('\n', payloads), Category = payloads[1], Url = "https://x.example/" + payloads[2],
        Headers = payloads.Take(300).Select(text => new HeaderParam { Name = text, Description = text, Value = new ConstantValue { Value = RawJson.String(text) } }).ToValueList(),
        Parameters = payloads.Skip(300).Take(300).Select(text => new RequestParam { Name = text, In = ParamPlace.Query, Description = text, Default = RawJson.String(text) }).ToValueList(),
        Outputs = payloads.Skip(600).Take(300).Select(text => new OutputParam { Name = text, Path = text, Description = text }).ToValueList(),
        Auth = new BasicAuth { Username = payloads[3], Secret = payloads[4] },
        Success = new SuccessRule { Message = payloads[5], Rules = payloads.Skip(900).Take(100).Select(text => new BodyRule { Path = text, Op = RuleOperator.Eq, Value = RawJson.String(text) }).ToValueList() },
    };

    private static InvocationReport Report(string[] payloads) => Reports.Success with
    {
        Message = string.Join(' ', payloads.Take(50)), Warnings = payloads.Skip(50).Take(50).ToValueList(),
        Request = new ReportRequest { Method = "GET", Url = payloads[6], Text = string.Join("\r\n", payloads) },
        Response = Reports.Success.Response! with
        {
            Reason = payloads[7], MediaType = "text/html", Body = string.Join('\n', payloads),
            Headers = payloads.Select(text => new ReportHeader(text, text)).ToValueList(),
        },
        Outputs = payloads.Select((text, i) => new ReportOutput
        {
            Name = $"{i} {text}", Type = ParamType.String, Value = i % 2 == 0 ? RawJson.String(text) : null, Raw = text,
            Problem = i % 2 == 0 ? null : new OutputProblem { Code = OutputProblemCode.NoMatch, Message = text, Matched = text, Nearest = text },
        }).ToValueList(),
        Redirects = payloads.Take(800).Select(text => new ReportRedirect(302, text)).ToValueList(),
        Steps = payloads.Skip(800).Take(800).Select(text => new ReportStep { Name = "build", State = StepState.Failed, Ms = 0.1, Detail = text }).ToValueList(),
        Connection = Reports.Success.Connection! with
        {
            Chain = payloads.Skip(1600).Select(text => new ReportCertificate { Subject = text, Issuer = text, NotAfter = PageContext.Now, Problem = text }).ToValueList(),
        },
    };
}
