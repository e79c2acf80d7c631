using System.Globalization;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Invocation.Building;
using ApiAdmin.Tests.Support.Pages;
using ApiAdmin.Web.Definitions;
using ApiAdmin.Web.Definitions.Sections;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace ApiAdmin.Tests.Definitions.Sections;

public sealed class SuccessWordsTests
{
    private const string Envelope = "\"success\":{\"status\":[\"200\",\"404\"],\"rules\":[{\"path\":\"$.ret_code\",\"op\":\"eq\",\"value\":\"000000\"}]}";
    private const string Either = "\"success\":{\"match\":\"any\",\"rules\":[{\"path\":\"$.a\",\"op\":\"exists\"},{\"path\":\"$.b\",\"op\":\"ge\",\"value\":1}],\"notFound\":{\"status\":[\"404\"],\"rules\":[{\"path\":\"$.c\",\"op\":\"missingOrNull\"}]}}";

    [Theory]
    [InlineData("en", "\"success\":{}", "A success is an answer with the status 2xx.")]
    [InlineData("en", Envelope, "A success is an answer with the status 200 or 404 in which $.ret_code is \"000000\".")]
    [InlineData("en", Either, "A success is an answer with the status 2xx in which $.a is there or $.b is 1 or more. It counts as not found when the status is 404, or when $.c is not there or null.")]
    [InlineData("zh-CN", Envelope, "状态码为 200或404 且满足 $.ret_code 为 \"000000\" 的响应视为成功。")]
    public async Task Of_ARule_IsPlainWords(string language, string definition, string words)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            await using var context = new PageContext();
            var texts = context.Services.GetRequiredService<IStringLocalizer<ApiTexts>>();

            Assert.Equal(words, Plain(new SuccessWords(texts).Of(Build.Definition(definition).Success)));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public async Task Builder_WhenTheLastAnswerIsAnEnvelope_OffersItsRuleAndSaysWhatItMeans()
    {
        await using var context = new PageContext();
        context.Tests.Report = Reports.Success with { Response = Reports.Success.Response! with { Body = """{"ret_code":"100","ret_msg":"no"}""" } };
        context.Definitions.Add(new ApiDefinition { Key = "a", Name = "A", Url = "https://x.example/" });
        var page = context.Render<ApiPage>(p => p.Add(a => a.Key, "a"));
        await page.Find("#section-success .section-toggle").ClickAsync();
        Assert.Empty(page.FindAll(".offer"));
        await page.Button("Run").ClickAsync();

        await page.WaitForElement(".offer button").ClickAsync();
        await page.Button("Save").ClickAsync();

        Assert.Equal("A success is an answer with the status 2xx in which $.ret_code is \"000\".", Plain(page.Find("#success-words").TextContent));
        var saved = context.Definitions["a"].Definition.Success;
        Assert.Equal(("$.ret_code", "\"000\"", "$.ret_msg"), (saved.Rules[0].Path, saved.Rules[0].Value!.Text, saved.Message));
        Assert.Empty(page.FindAll(".offer"));
    }

    [Fact]
    public async Task Words_WhileARuleIsTyped_FollowIt()
    {
        await using var context = new PageContext();
        context.Definitions.Add(new ApiDefinition
        {
            Key = "a", Name = "A", Url = "https://x.example/", Success = new SuccessRule { Rules = [new BodyRule { Path = "$.code", Op = RuleOperator.Eq, Value = RawJson.Parse("0") }] },
        });
        var page = context.Render<ApiPage>(p => p.Add(a => a.Key, "a"));

        await page.Find("#success-status").ChangeAsync("200, 204");

        Assert.Equal("A success is an answer with the status 200 or 204 in which $.code is 0.", Plain(page.Find("#success-words").TextContent));
    }

    private static string Plain(string text) => text.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);
}
