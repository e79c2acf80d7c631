using System.Globalization;
using System.Text;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction.Samples;
using ApiAdmin.Core.Extraction.Sources;
using ApiAdmin.Core.Invocation.Reading;
using ApiAdmin.Core.Invocation.Reading.Tree;

namespace ApiAdmin.Tests.Invocation.Reading.Tree;

public sealed class XmlTreeReaderTests
{
    private const string Soap = """
        <?xml version="1.0" encoding="utf-8"?>
        <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" soap:encodingStyle="x"><soap:Header/>
          <soap:Body><m:GetPriceResponse xmlns:m="urn:prices"><m:Price currency="EUR">34.50</m:Price><m:Code>007</m:Code></m:GetPriceResponse></soap:Body>
        </soap:Envelope>
        """;

    [Theory]
    [InlineData("<order><status>late</status></order>", "/order/status=late")]
    [InlineData("<order xmlns='urn:o'><status>late</status></order>", "/*[local-name()='order']/*[local-name()='status']=late")]
    [InlineData("<a:o xmlns:a='urn:a'><a:s>1</a:s><s>2</s><b:s xmlns:b='urn:b'>3</b:s></a:o>",
        "/*[local-name()='o']/*[local-name()='s'][1]=1", "/*[local-name()='o']/s=2", "/*[local-name()='o']/*[local-name()='s'][3]=3")]
    [InlineData("<l><i>1</i><x/><i>2</i></l>", "/l/i[1]=1", "/l/x=", "/l/i[2]=2")]
    [InlineData("<p xml:lang='de' lang='en'>Hallo</p>", "/p=Hallo", "/p/@*[local-name()='lang'][1]=de", "/p/@lang=en")]
    [InlineData("<p>one <b>two</b> <![CDATA[<three>]]>\n <b/>\n</p>", "/p/text()[1]=one ", "/p/b[1]=two", "/p/text()[2]= <three>\n ", "/p/b[2]=")]
    [InlineData("<and><or>1</or><div>2</div><text>3</text></and>", "/and/or=1", "/and/div=2", "/and/text=3")]
    [InlineData("<订单><状态>已发货</状态></订单>", "/订单/状态=已发货")]
    public async Task Paths_OfADocument_AreThose(string xml, params string[] paths) => Assert.Equal(paths, (await ValuesAsync(xml)).Select(node => $"{node.Path}={node.Text}"));

    [Fact]
    public async Task EveryPath_OfGeneratedDocuments_FindsExactlyThatValueWhereOutputsAreRead()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var xml = new XmlMaker(seed).Document();
            var (tree, source) = (XmlTreeReader.Of(xml)!, new XmlSource(xml));
            foreach (var node in await ValuesAsync(xml))
            {
                var (value, _) = await tree.ValueAsync(node, default);
                var found = Find(source, node.Path);
                Assert.True(found is [var one] && one == value, $"seed {seed}: {node.Path} finds {string.Join('|', found)} and not {value} in {xml}");
                Assert.True(node.EveryPath is null || Find(source, node.EveryPath).Contains(value, StringComparer.Ordinal), $"seed {seed}: {node.EveryPath}");
                Assert.True(await tree.WayAsync(node.Path, default) is { } way && await AtAsync(tree, way) == node.Path, $"seed {seed}: the way to {node.Path}");
            }
        }
    }

    [Fact]
    public async Task Outputs_OfEveryValue_AreReadFromTheAnswerWithoutAProblem()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var xml = new XmlMaker(seed).Document();
            var outputs = new List<OutputParam>();
            foreach (var node in (await ValuesAsync(xml)).Where(node => node.Text.Length is > 0 and < 200).Take(50))
            {
                outputs.Add(node.Output(outputs.Select(output => output.Name).ToHashSet(StringComparer.Ordinal), every: false));
            }

            var definition = new ApiDefinition { Key = "x", Name = "X", Url = "https://a.example/", Outputs = [.. outputs] };
            var result = await SampleRun.OfAsync(definition, new ResponseSample { Name = "s", MediaType = "application/xml", Body = xml });

            Assert.Equal("", string.Join(", ", result.Outputs.Where(output => output.Problem is not null).Select(output => $"seed {seed}: {output.Name} {output.Problem!.Message}")));
        }
    }

    [Theory]
    [InlineData("12", ParamType.Integer)]
    [InlineData("-1.50", ParamType.Number)]
    [InlineData("true", ParamType.Boolean)]
    [InlineData("000000", ParamType.String)]
    [InlineData("+8613800138000", ParamType.String)]
    [InlineData("1234567890123456", ParamType.String)]
    [InlineData("12\n", ParamType.String)]
    [InlineData("", ParamType.String)]
    public async Task Output_OfAText_HasTheTypeItReadsAs(string text, ParamType type)
    {
        var made = (await ValuesAsync($"<order><ret_code>{text}</ret_code></order>")).Single().Output(new HashSet<string>(), every: false);

        Assert.Equal(("retCode", OutputSource.Xml, "/order/ret_code", type), (made.Name, made.From, made.Path, made.Type));
    }

    [Fact]
    public async Task TopLevel_OfAnEnvelope_IsWhatStandsInIt()
    {
        Assert.Equal(["/*[local-name()='Envelope']/*[local-name()='Body']/*[local-name()='GetPriceResponse']/*[local-name()='Price']",
            "/*[local-name()='Envelope']/*[local-name()='Body']/*[local-name()='GetPriceResponse']/*[local-name()='Code']"], await TopAsync(Soap));
        Assert.Equal(["/l/i[1]/a"], await TopAsync("<l n='2'><i><a>1</a></i><i><a>2</a></i></l>"));
        Assert.Equal(["/r/@code", "/r/i"], await TopAsync("<r code='0'><i/></r>"));
    }

    [Fact]
    public async Task Find_AWordAndAPath_TellWhatHasIt()
    {
        var tree = XmlTreeReader.Of(Soap)!;

        Assert.Equal([[2, 0, 0]], await tree.FindAsync("34.5", default));
        Assert.Equal([[2, 0, 0, 0]], await tree.FindAsync("eur", default));
        Assert.Equal(["/*[local-name()='Envelope']/*[local-name()='Body']/*[local-name()='GetPriceResponse']/*[local-name()='Price']"], (await tree.TryAsync("//m:Price", default)).Paths);
        Assert.Contains("no XPath", (await tree.TryAsync("/order[", default)).Problem, StringComparison.Ordinal);
        var way = await tree.WayAsync(3, Soap.Split('\n')[2].IndexOf("m:Code", StringComparison.Ordinal) + 1, default);
        Assert.NotNull(way);
        Assert.Equal([2, 0, 1], way);
    }

    [Theory]
    [InlineData("<a><b></a>")]
    [InlineData("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>")]
    [InlineData("")]
    public void Of_WhatIsNoSafeXml_IsNone(string xml) => Assert.Null(XmlTreeReader.Of(xml));

    [Fact]
    public async Task Body_InItsCharset_IsReadAndOneTooLargeForOutputsIsNot()
    {
        var gbk = Charsets.Find("gbk")!.Encoding;
        var small = new BodyContent(new MemoryStream(gbk.GetBytes("<a>订单</a>")), "gbk");
        var large = new BodyContent(new MemoryStream(Encoding.UTF8.GetBytes($"<a>{new string('x', TextBody.Largest)}</a>")), "utf-8");

        Assert.Equal("订单", (await (await XmlTreeReader.OfAsync(small, default))!.RootAsync(default))!.Text);
        Assert.Null(await XmlTreeReader.OfAsync(large, default));
    }

    private static async Task<IReadOnlyList<string>> TopAsync(string xml) => [.. (await XmlTreeReader.Of(xml)!.TopLevelAsync(100, default)).Select(node => node.Path)];

    private static IReadOnlyList<string> Find(XmlSource source, string path) => [.. source.Find(OutputXPath.Compile(path, out _)!, path).Values.Select(value => value.Text!)];

    private static async Task<string> AtAsync(XmlTreeReader tree, int[] way)
    {
        var node = (await tree.RootAsync(default))!;
        foreach (var index in way)
        {
            node = (await tree.ChildrenAsync(await tree.OpenAsync(node, default), index, 1, default))[0];
        }

        return node.Path;
    }

    /// <summary>All that the tree offers, in its order.</summary>
    private static async Task<IReadOnlyList<TreeNode>> ValuesAsync(string xml)
    {
        var tree = XmlTreeReader.Of(xml)!;
        var values = new List<TreeNode>();
        await AddAsync((await tree.RootAsync(default))!);
        return values;

        async Task AddAsync(TreeNode node)
        {
            if (node.IsValue)
            {
                values.Add(node);
            }

            foreach (var child in await tree.ChildrenAsync(await tree.OpenAsync(node, default), 0, int.MaxValue, default))
            {
                await AddAsync(child);
            }
        }
    }

    /// <summary>Documents in which everything occurs that makes a path go wrong: repeated names, prefixes, default namespaces, blanks, CDATA, comments.</summary>
    private sealed class XmlMaker(int seed)
    {
        private static readonly string[] Names = ["a", "b", "item", "Order-Id", "x.y", "名", "div", "text"];
        private static readonly string[] Prefixes = ["", "", "p:", "q:"];

        private readonly Random random = new(seed);
        private readonly StringBuilder xml = new();
        private int values;

        public string Document()
        {
            xml.Append("<?xml version=\"1.0\"?>\n");
            Element(0, " xmlns:p=\"urn:p\" xmlns:q=\"urn:q\"");
            return xml.ToString();
        }

        private void Element(int depth, string declared)
        {
            var name = Prefixes[random.Next(Prefixes.Length)] + Names[random.Next(Names.Length)];
            var space = random.Next(6) == 0 ? $" xmlns=\"urn:d{random.Next(2)}\"" : "";
            xml.Append(CultureInfo.InvariantCulture, $"<{name}{declared}{space}");
            foreach (var attribute in Names.Take(3).Where(_ => random.Next(5) == 0))
            {
                xml.Append(CultureInfo.InvariantCulture, $" {attribute}=\"{values++}\"");
                xml.Append(random.Next(3) == 0 ? $" q:{attribute}=\"{values++}\"" : "");
            }

            xml.Append('>');
            for (var n = depth == 4 ? 0 : random.Next(depth == 0 ? 4 : 0, 6); n > 0; n--)
            {
                Between();
                Element(depth + 1, "");
            }

            Between();
            xml.Append(CultureInfo.InvariantCulture, $"</{name}>");
        }

        private void Between() => xml.Append(random.Next(7) switch
        {
            0 => "\n  ",
            1 => "<!-- no value -->",
            2 => $"<![CDATA[<{values++}&]]>",
            3 => "<?go on?>",
            4 => "",
            5 => $"{random.Next(2) == 0}",
            _ => $"{values++}",
        });
    }
}
