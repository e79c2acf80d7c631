using System.Text;
using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.Reading.Tree;
using ApiAdmin.Tests.Support;
using ApiAdmin.Tests.Support.Pages;
using ApiAdmin.Web.Definitions.Editing;
using ApiAdmin.Web.Invocation.Panel.Body;
using ApiAdmin.Web.Invocation.Panel.Body.Tree;
using Bunit;
using Microsoft.AspNetCore.Components.Web;

namespace ApiAdmin.Tests.Invocation.Panel.Body.Tree;

public sealed class BodyTreeTests
{
    private const string Order = """{"ret_code":"000000","item":{"id":12,"status":"shipped","lines":[{"sku":"A"},{"sku":"B"}]}}""";

    private const string XmlOrder = "<?xml version=\"1.0\"?>\n<order id=\"12\">\n <status>shipped</status>\n <line n=\"1\"><sku>A</sku></line>\n <line n=\"2\"><sku>B</sku></line>\n</order>";

    [Fact]
    public async Task Click_OnAValuesButton_MakesAnOutputOfIt()
    {
        await using var context = new PageContext();
        var (tree, session) = Open(context, Order);

        await tree.Button("Make an output of $.item.status").ClickAsync();
        await tree.Button("Make an output of $.item.id").ClickAsync();

        Assert.Equal([("status", "$.item.status", ParamType.String), ("id", "$.item.id", ParamType.Integer)], session.Model.Outputs.Values.Select(o => (o.Name, o.Path, o.Type)));
        Assert.Equal(["id", "status"], tree.FindAll(".tree-output").Select(badge => badge.TextContent));
        Assert.Contains("Made: id", tree.Find(".tree-bar [role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Click_OnAnElementsValue_OffersThisOneOrAllOfThem()
    {
        await using var context = new PageContext();
        var (tree, session) = Open(context, Order);

        await tree.Button("Make an output of $.item.lines[1].sku").ClickAsync();
        Assert.Empty(session.Model.Outputs.Values);
        await tree.FindAll(".tree-detail .btn").Single(button => button.TextContent.Contains("[*]", StringComparison.Ordinal)).ClickAsync();

        Assert.Equal([("sku", "$.item.lines[*].sku", ParamType.Array)], session.Model.Outputs.Values.Select(o => (o.Name, o.Path, o.Type)));
        Assert.Equal(2, tree.FindAll(".tree-output").Count);
    }

    [Fact]
    public async Task TopLevel_OfAnAnswer_BecomesOutputsOnce()
    {
        await using var context = new PageContext();
        var (tree, session) = Open(context, Order);

        await tree.Button("Make outputs of all top-level values").ClickAsync();
        await tree.Button("Make outputs of all top-level values").ClickAsync();

        Assert.Equal(["retCode", "item"], session.Model.Outputs.Values.Select(o => o.Name));
    }

    [Fact]
    public async Task Several_Chosen_BecomeOutputsTogether()
    {
        await using var context = new PageContext();
        var (tree, session) = Open(context, Order);

        await tree.Button("Choose several").ClickAsync();
        await tree.Find("[aria-label='Choose $.item.status']").ChangeAsync(true);
        await tree.Find("[aria-label='Choose $.ret_code']").ChangeAsync(true);
        await tree.Button("Make 2 outputs").ClickAsync();

        Assert.Equal(["retCode", "status"], session.Model.Outputs.Values.Select(o => o.Name));
        Assert.Empty(tree.FindAll("[type=checkbox]"));
    }

    [Theory]
    [InlineData("$..sku", "1 of 2", 2)]
    [InlineData("$.item.status", "1 of 1", 1)]
    [InlineData("$.none", "not found", 0)]
    [InlineData("SHIP", "1 of 1", 1)]
    public async Task Find_APathOrAText_CountsAndLightsWhatItFinds(string text, string status, int lit)
    {
        await using var context = new PageContext();
        var (tree, _) = Open(context, Order);

        await FindAsync(context, tree, text);

        tree.WaitForAssertion(() => Assert.Equal(status, tree.Find("#tree-find-status").TextContent));
        Assert.Equal(lit, tree.FindAll(".tree-line.hit").Count);
    }

    [Fact]
    public async Task Find_ABrokenPath_SaysWhereAndHowToMendIt()
    {
        await using var context = new PageContext();
        var (tree, _) = Open(context, Order);

        await FindAsync(context, tree, "$.item[0");

        tree.WaitForAssertion(() => Assert.Contains("9", tree.Find(".field-error").TextContent, StringComparison.Ordinal));
        Assert.Equal("true", tree.Find("[role=searchbox]").GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Keys_InTheTree_MoveOpenCloseAndMake()
    {
        await using var context = new PageContext();
        var (tree, session) = Open(context, Order);
        foreach (var key in new[] { "Home", "ArrowDown", "ArrowDown", "ArrowRight" })
        {
            await KeyAsync(tree, key);
        }

        Assert.Equal("$.item.id", tree.Find("#tree-path").TextContent);
        Assert.Equal("12", tree.Find("#tree-value").TextContent);
        await KeyAsync(tree, "Enter");
        Assert.Equal("id", session.Model.Outputs.Values.Single().Name);
        await KeyAsync(tree, "ArrowLeft");
        await KeyAsync(tree, "ArrowLeft");
        Assert.Equal("false", tree.Find("[aria-activedescendant]").GetAttribute("aria-activedescendant") is { } id ? tree.Find($"#{id}").GetAttribute("aria-expanded") : null);
    }

    [Fact]
    public async Task Payloads_AsNamesAndValues_AreText()
    {
        await using var context = new PageContext();
        string[] payloads = [.. XssPayloads.All, .. NaughtyStrings.Read()];
        foreach (var some in payloads.Chunk(50))
        {
            var body = JsonSerializer.Serialize(some.Distinct().ToDictionary(text => text, text => text));
            var (tree, _) = Open(context, body);

            Assert.Empty(tree.FindAll("#body-tree script, #body-tree img, #body-tree a, #body-tree iframe, #body-tree svg"));
            Assert.Equal(some.Distinct().Count() + 1, tree.FindAll(".tree-line").Count);
            await tree.FindAll(".tree-line")[1].ClickAsync();
            Assert.Equal(some[0].ReplaceLineEndings("\n"), tree.Find("#tree-value").TextContent.ReplaceLineEndings("\n"));
        }
    }

    [Fact]
    public async Task Rows_OfAFiveMegabyteBody_AreReadOnlyWhereTheyAreLookedAt()
    {
        var utf8 = Encoding.UTF8.GetBytes($"{{\"items\":[{string.Join(',', Enumerable.Range(0, 70_000).Select(n => $"{{\"id\":{n},\"name\":\"customer {n} of many with a text\",\"tags\":[\"a\",\"b\"]}}"))}]}}");
        Assert.True(utf8.Length > 4_500_000);
        var reader = new BodyTreeReader(new MemoryStream(utf8));
        var rows = (await TreeRows.OfAsync(reader, default))!;

        var position = await rows.RevealAsync(reader, [0, 69_999, 2, 1], default);

        Assert.Equal((2 + 70_000 + 3 + 2, "$.items[69999].tags[1]"), (rows.Count, (await rows.ReadAsync(reader, position, 1, default))[0].Path));
        Assert.Equal([0, 69_999, 2, 1], rows.WayTo(position));
        Assert.Equal(position, rows.PositionOf([0, 69_999, 2, 1]));
        Assert.Equal(["$.items[30000]", "$.items[30001]"], (await rows.ReadAsync(reader, 30_002, 2, default)).Select(row => row.Path));
    }

    [Fact]
    public async Task Tree_WithoutAForm_IsForLookingOnly()
    {
        await using var context = new PageContext();
        var tree = context.Render<BodyTree>(p => p.Add(t => t.Source, SourceOf(context, Order)));

        Assert.Empty(tree.FindAll(".tree-make, .tree-bar"));
    }

    [Fact]
    public async Task Xml_Clicked_MakesOutputsOfElementsAttributesAndRepeatedOnes()
    {
        await using var context = new PageContext();
        var (tree, session) = Open(context, XmlOrder);

        await tree.Button("Make an output of /order/status").ClickAsync();
        await tree.Button("Make an output of /order/@id").ClickAsync();
        await tree.Button("Make an output of /order/line[2]/sku").ClickAsync();
        Assert.Equal("/order/line[2]/sku", tree.Find("#tree-path").TextContent);
        Assert.Equal("B", tree.Find("#tree-value").TextContent);
        await tree.FindAll(".tree-detail .btn").Single(button => button.TextContent.StartsWith("Of all", StringComparison.Ordinal)).ClickAsync();

        Assert.Equal(
            [("status", OutputSource.Xml, "/order/status", ParamType.String), ("id", OutputSource.Xml, "/order/@id", ParamType.Integer), ("sku", OutputSource.Xml, "/order/line/sku", ParamType.Array)],
            session.Model.Outputs.Values.Select(o => (o.Name, o.From, o.Path, o.Type)));
        Assert.Equal(["id", "status", "sku", "sku"], tree.FindAll(".tree-output").Select(badge => badge.TextContent));
    }

    [Fact]
    public async Task Xml_TopLevelAndSeveral_BecomeOutputsTogether()
    {
        await using var context = new PageContext();
        var (tree, session) = Open(context, XmlOrder);

        await tree.Button("Make outputs of all top-level values").ClickAsync();
        await tree.Button("Choose several").ClickAsync();
        Assert.Empty(tree.FindAll("[aria-label='Choose /order'], [aria-label='Choose /order/line[1]']"));
        await tree.Find("[aria-label='Choose /order/line[2]/@n']").ChangeAsync(true);
        await tree.Find("[aria-label='Choose /order/line[1]/sku']").ChangeAsync(true);
        await tree.Button("Make 2 outputs").ClickAsync();

        Assert.Equal(["/order/@id", "/order/status", "/order/line[1]/sku", "/order/line[2]/@n"], session.Model.Outputs.Values.Select(o => o.Path));
    }

    [Theory]
    [InlineData("//sku", "1 of 2", 2)]
    [InlineData("/order/status", "1 of 1", 1)]
    [InlineData("SHIP", "1 of 1", 1)]
    [InlineData("/order/none", "not found", 0)]
    public async Task Xml_FindAPathOrAText_CountsAndLightsWhatItFinds(string text, string status, int lit)
    {
        await using var context = new PageContext();
        var (tree, _) = Open(context, XmlOrder);

        await FindAsync(context, tree, text);

        tree.WaitForAssertion(() => Assert.Equal(status, tree.Find("#tree-find-status").TextContent));
        Assert.Equal(lit, tree.FindAll(".tree-line.hit").Count);
    }

    [Fact]
    public async Task Xml_ThatIsBroken_SaysWhyThereIsNoTree()
    {
        await using var context = new PageContext();
        var tree = context.Render<BodyTree>(p => p.Add(t => t.Source, SourceOf(context, "<order><status></order>")));

        tree.WaitForAssertion(() => Assert.Contains("no well-formed XML", tree.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Xml_Payloads_AsValues_AreText()
    {
        await using var context = new PageContext();
        foreach (var some in XssPayloads.All.Chunk(50))
        {
            var body = new System.Xml.Linq.XElement("r", some.Select(text => new System.Xml.Linq.XElement("v", new System.Xml.Linq.XAttribute("a", text), text))).ToString();
            var (tree, _) = Open(context, body);

            Assert.Empty(tree.FindAll("#body-tree script, #body-tree img, #body-tree a, #body-tree iframe, #body-tree svg"));
            await tree.FindAll(".tree-line")[1].ClickAsync();
            Assert.Equal(some[0].ReplaceLineEndings("\n"), tree.Find("#tree-value").TextContent.ReplaceLineEndings("\n"));
        }
    }

    [Theory]
    [InlineData("<a/>", "application/xml", true)]
    [InlineData("\n<?xml version='1.0'?><a/>", null, true)]
    [InlineData("<!DOCTYPE html><p>x</p>", "application/xml", false)]
    [InlineData("<p>x</p>", "text/html", false)]
    [InlineData("a < b", "text/plain", false)]
    public void Views_OfABody_OfferATreeForXmlAndNotForHtml(string body, string? mediaType, bool offered)
    {
        var report = Reports.Success with { Response = Reports.Success.Response! with { Body = body, MediaType = mediaType, BodyBytes = body.Length } };

        Assert.Equal(offered, new BodySource(new FakeTests(), report, whole: true).Views.Contains(BodyView.Tree));
    }

    private static Task KeyAsync(IRenderedComponent<BodyTree> tree, string key) => tree.Find("#body-tree").KeyDownAsync(new KeyboardEventArgs { Key = key });

    private static async Task FindAsync(PageContext context, IRenderedComponent<BodyTree> tree, string text)
    {
        var typing = tree.Find("[role=searchbox]").InputAsync(text);
        context.Clock.Advance(TimeSpan.FromSeconds(1));
        await typing;
    }

    private static (IRenderedComponent<BodyTree> Tree, EditSession Session) Open(PageContext context, string body)
    {
        var session = new EditSession();
        var tree = context.Render<BodyTree>(p => p.Add(t => t.Source, SourceOf(context, body)).AddCascadingValue(session));
        tree.WaitForElement(".tree-line");
        return (tree, session);
    }

    private static BodySource SourceOf(PageContext context, string body) => new(context.Tests, Reports.Success with
    {
        Response = Reports.Success.Response! with { Body = body, MediaType = body.StartsWith('<') ? "application/xml" : "application/json", BodyBytes = Encoding.UTF8.GetByteCount(body) },
    }, whole: true);
}
