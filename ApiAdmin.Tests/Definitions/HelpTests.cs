using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support.Pages;
using ApiAdmin.Web.Definitions;
using ApiAdmin.Web.Definitions.Editing;
using Bunit;

namespace ApiAdmin.Tests.Definitions;

public sealed class HelpTests
{
    public static TheoryData<string> Sections => [.. FormSection.All.Select(section => section.Id)];

    [Theory]
    [MemberData(nameof(Sections))]
    public async Task Help_OfEverySection_OpensWithAnExampleAndCloses(string section)
    {
        await using var context = new PageContext();
        context.Definitions.Add(new ApiDefinition { Key = "order", Name = "Order", Url = "https://crm.example.com/orders" });
        var page = context.Render<ApiPage>(parameters => parameters.Add(p => p.Key, "order"));
        Assert.Equal("false", page.Find($"#section-{section} .help-toggle").GetAttribute("aria-expanded"));

        await page.Find($"#section-{section} .help-toggle").ClickAsync();

        var help = page.Find($"#help-{section}");
        Assert.Equal(("true", help.Id), (page.Find($"#section-{section} .help-toggle").GetAttribute("aria-expanded"), page.Find($"#section-{section} .help-toggle").GetAttribute("aria-controls")));
        Assert.Contains("For example:", help.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Help.", help.TextContent, StringComparison.Ordinal);

        await page.Find($"#section-{section} .help-toggle").ClickAsync();

        Assert.Empty(page.FindAll($"#help-{section}"));
    }

    [Fact]
    public async Task Panel_BeforeTheFirstRun_SaysHowToRunAndHelpDoesAfterIt()
    {
        await using var context = new PageContext();
        context.Definitions.Add(new ApiDefinition { Key = "order", Name = "Order", Url = "{{system.sandbox.url}}/echo" });
        var page = context.Render<ApiPage>(parameters => parameters.Add(p => p.Key, "order"));
        Assert.Equal(3, page.FindAll("#test-panel .panel-empty li").Count);

        await page.Find("#test-panel .help-toggle").ClickAsync();

        Assert.Equal(3, page.FindAll("#test-panel li").Count);
        Assert.Equal(3, page.FindAll("#help-panel li").Count);
    }
}
