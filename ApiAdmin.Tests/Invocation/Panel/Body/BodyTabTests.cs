using System.Globalization;
using System.Text;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Support.Pages;
using ApiAdmin.Web.Invocation.Panel.Body;
using Bunit;

namespace ApiAdmin.Tests.Invocation.Panel.Body;

public sealed class BodyTabTests
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task Json_Opened_IsPrettyAndRawAndBytesOfItOneClickAway()
    {
        await using var context = new PageContext();
        var tab = Open(context, Text("""{"name":"李","n":1.10}""", "application/json"));
        Assert.Equal("{\n  \"name\": \"李\",\n  \"n\": 1.10\n}", Shown(tab));

        await tab.Button("Raw").ClickAsync();
        tab.WaitForAssertion(() => Assert.Equal("""{"name":"李","n":1.10}""", Shown(tab)));
        await tab.Button("Hex").ClickAsync();
        tab.WaitForAssertion(() => Assert.StartsWith("00000000  7B 22 6E 61 6D 65 22 3A 22 E6 9D 8E 22 2C 22 6E  {\"name\":\"...\",\"n", Shown(tab), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Table_OfManyRows_PagesThroughThem()
    {
        await using var context = new PageContext();
        var rows = string.Join(',', Enumerable.Range(1, 120).Select(n => string.Create(CultureInfo.InvariantCulture, $$"""{"n":{{n}},"name":"<b>x</b>"}""")));
        var tab = Open(context, Text($$"""{"items":[{{rows}}]}""", "application/json"));
        await tab.Button("Table").ClickAsync();
        Assert.Equal(50, tab.WaitForElements(".body-table tbody tr").Count);
        Assert.Equal(["#", "n", "name"], tab.FindAll(".body-table thead th").Select(cell => cell.TextContent));
        Assert.Contains("<b>x</b>", tab.Find(".body-table tbody").TextContent, StringComparison.Ordinal);

        await tab.Button("Next").ClickAsync();
        tab.WaitForAssertion(() => Assert.Equal("51", tab.Find(".body-table tbody td").TextContent));
    }

    [Fact]
    public async Task LargeBody_Opened_IsShownByPiecesThatAreSetOutAsIfWhole()
    {
        await using var context = new PageContext();
        context.Tests.Whole = Large();
        var tab = Open(context, Head(context.Tests.Whole));
        tab.WaitForAssertion(() => Assert.StartsWith("[\n  {\n    \"n\": 1,", Shown(tab), StringComparison.Ordinal));
        Assert.DoesNotContain("\uFFFD", Shown(tab), StringComparison.Ordinal);

        await tab.Button("Later").ClickAsync();
        tab.WaitForAssertion(() => Assert.Contains("\n  {\n    \"n\": 3000,", Shown(tab), StringComparison.Ordinal));
        Assert.DoesNotContain("\uFFFD", Shown(tab), StringComparison.Ordinal);
        await tab.Button("End").ClickAsync();
        tab.WaitForAssertion(() => Assert.EndsWith("\n]", Shown(tab), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Search_OfALargeBody_StepsThroughItsMatchesWhereverTheyAre()
    {
        await using var context = new PageContext();
        context.Tests.Whole = Large();
        var tab = Open(context, Head(context.Tests.Whole));
        await tab.Find(".body-search input").InputAsync("\"N\":4999,");
        await tab.Find(".body-search input").KeyDownAsync("Enter");
        tab.WaitForAssertion(() => Assert.Equal("\"n\": 4999,", tab.Find("#body-match").TextContent));
        Assert.Equal("1 of 1", tab.Find(".body-search [role=status]").TextContent);

        await tab.Find(".body-search input").InputAsync("客户");
        await tab.Button("Next match").ClickAsync();
        tab.WaitForAssertion(() => Assert.Equal("1 of more than 1,000", tab.Find(".body-search [role=status]").TextContent));
        await tab.Button("Next match").ClickAsync();
        tab.WaitForAssertion(() => Assert.Equal("2 of more than 1,000", tab.Find(".body-search [role=status]").TextContent));
        await tab.Button("Previous match").ClickAsync();
        await tab.Button("Previous match").ClickAsync();
        tab.WaitForAssertion(() => Assert.Equal("1,000 of more than 1,000", tab.Find(".body-search [role=status]").TextContent));
        Assert.Equal("客户", tab.Find("#body-match").TextContent);

        await tab.Find(".body-search input").InputAsync("not in it");
        await tab.Find(".body-search input").KeyDownAsync("Enter");
        tab.WaitForAssertion(() => Assert.Equal("not found", tab.Find(".body-search [role=status]").TextContent));
        Assert.Empty(tab.FindAll("#body-match"));
    }

    [Fact]
    public async Task Picture_OfPoints_IsShownFromItsOwnAddress()
    {
        await using var context = new PageContext();
        var tab = Open(context, Bytes(Png, "text/html"));

        Assert.Equal("/download/invocations/01-run/image", tab.Find(".body-image img").GetAttribute("src"));
        Assert.Contains("image/png", tab.Markup, StringComparison.Ordinal);
        await tab.Button("Hex").ClickAsync();
        tab.WaitForAssertion(() => Assert.Contains("89 50 4E 47", Shown(tab), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "image/svg+xml", "Hex")]
    [InlineData("<!DOCTYPE html><script>alert(1)</script>", "text/html", "Pretty")]
    public async Task Document_OfAnyKind_IsTextAndNoPicture(string text, string mediaType, string button)
    {
        await using var context = new PageContext();
        var tab = Open(context, Text(text, mediaType));

        Assert.Empty(tab.FindAll("img, script, svg"));
        Assert.NotNull(tab.Button(button));
        await tab.Button("Raw").ClickAsync();
        tab.WaitForAssertion(() => Assert.Equal(text, Shown(tab)));
    }

    [Fact]
    public async Task Pdf_Opened_IsOfferedAsADownload()
    {
        await using var context = new PageContext();
        var tab = Open(context, Bytes("%PDF-1.7\n%âãÏÓ"u8.ToArray(), "application/pdf"));

        Assert.Contains("Download it to read it", tab.Find(".hint").TextContent, StringComparison.Ordinal);
        Assert.Equal("/download/invocations/01-run/body", tab.Find("a[download]").GetAttribute("href"));
        Assert.Equal(["Hex"], tab.FindAll(".segment").Select(button => button.TextContent));
    }

    private static byte[] Large() => Encoding.UTF8.GetBytes(
        $"[{string.Join(',', Enumerable.Range(1, 5_000).Select(n => string.Create(CultureInfo.InvariantCulture, $$"""{"n":{{n}},"name":"客户"}""")))}]");

    private static ReportResponse Head(byte[] whole) => Text(Encoding.UTF8.GetString(whole.AsSpan(0, 30_000)), "application/json") with { Truncated = true, BodyBytes = whole.Length };

    private static ReportResponse Text(string text, string mediaType) =>
        Reports.Success.Response! with { Body = text, MediaType = mediaType, BodyBytes = Encoding.UTF8.GetByteCount(text) };

    private static ReportResponse Bytes(byte[] bytes, string mediaType) =>
        Reports.Success.Response! with { Body = null, BodyBase64 = Convert.ToBase64String(bytes), Charset = null, MediaType = mediaType, BodyBytes = bytes.Length };

    private static string Shown(IRenderedComponent<BodyTab> tab) => tab.Find("#body-text").TextContent;

    private static IRenderedComponent<BodyTab> Open(PageContext context, ReportResponse response)
    {
        var tab = context.Render<BodyTab>(p => p.Add(t => t.Report, Reports.Success with { Response = response }));
        tab.WaitForElement("#body-text, .body-image");
        return tab;
    }
}
