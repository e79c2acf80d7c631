using System.Globalization;
using System.Text.RegularExpressions;
using ApiAdmin.Core;
using ApiAdmin.Core.Definitions.Reading;
using ApiAdmin.Core.Definitions.Validation;
using ApiAdmin.Tests.Definitions.Validation;
using ApiAdmin.Tests.Extraction;
using ApiAdmin.Tests.Support;
using ApiAdmin.Web.App;
using ApiAdmin.Web.Shared.Language;

namespace ApiAdmin.Tests.App;

public sealed partial class CoreSentencesTests
{
    private const string Definition = """
        "outputs": [ { "name": "status", "path": "$.item.status", "required": true }, { "name": "name", "path": "$.item.name", "required": true },
                     { "name": "age", "path": "$.age", "type": "integer", "default": 7 }, { "name": "id", "from": "header", "path": "X-Id" } ],
        "success": { "rules": [ { "path": "$.ret_code", "op": "eq", "value": "000000" } ], "message": "$.ret_msg",
          "notFound": { "status": [ "404" ], "rules": [ { "path": "$.ret_code", "op": "eq", "value": "404001" } ] } }
        """;

    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    public static TheoryData<CultureInfo> Others => [.. Languages.All.Skip(1).Select(language => language.Culture)];

    [Theory]
    [MemberData(nameof(Others))]
    public void EveryLanguage_HasEverySentenceOfCoreWithItsGaps(CultureInfo language)
    {
        var table = CoreSentences.In(language)!;
        var keys = table.Templates.Select(template => template.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.Equal([], CoreTexts.All.Where(text => !keys.Contains(text)).Order());
        Assert.Equal([], keys.Except(CoreTexts.All, StringComparer.OrdinalIgnoreCase).Where(key => !IsOfTheJsonReader(key)).Order());
        Assert.Equal([], table.Templates.Where(template => Gaps(template.Key) != Gaps(template.Translation)).Select(template => template.Key));
    }

    [Fact]
    public void In_TheLanguageTheyAreMadeIn_HasNoTable() => Assert.Null(CoreSentences.In(Languages.All[0].Culture));

    [Theory]
    [InlineData("There is no API order. See the list of APIs for the keys there are.", "没有 API order。请在 API 列表中查看现有标识。")]
    [InlineData("Timed out after 2000 ms while waiting for the answer. Raise Limits, time-out, or ask whoever runs that system why it is slow.",
        "在等待响应时超时（2000 毫秒）。请提高“限制”中的时间限制，或询问该系统的运维人员为何缓慢。")]
    [InlineData("There is no input \"nam\". Did you mean \"name\"? The inputs are \"name\", \"b\".", "没有输入 \"nam\"。您是不是想写 \"name\"？现有输入：\"name\", \"b\"。")]
    [InlineData("Nothing was sent. The input \"a b\" is missing. Give it a value. The input \"c\" has to be true or false, not \"x\".",
        "没有发送任何内容。缺少输入 \"a b\"。请给它一个值。输入 \"c\" 必须是true 或 false，而不是\"x\"。")]
    [InlineData("The required output \"city\" could not be read: There is no match: $.item has these members: id, name; the nearest existing path is $.item.address.city. 2 more required outputs are missing too.",
        "无法读取必需的输出 \"city\"：没有匹配：$.item 有以下成员：id, name；最接近的现有路径是 $.item.address.city。另外还缺少 2 个必需的输出。")]
    [InlineData("db down", "db down")]
    [InlineData("", "")]
    public void Said_InChinese_SaysEachPartAndLeavesData(string sentence, string said) => Assert.Equal(said, CoreSentences.In(Chinese)!.Said(sentence));

    /// <summary>The other side's words may be made to look like ours; they are never more than a gap's.</summary>
    [Fact]
    public void Said_ATextThatCanBeReadInManyWays_IsStillSaid()
    {
        var sentence = "The other side answered, but not with a success: $.a does not hold." + string.Concat(Enumerable.Repeat(" It said: {0}. \"{0}\" is {1}; give {2}.", 60)) + " Check the values that were sent, or mend the success rule.";

        var said = CoreSentences.In(Chinese)!.Said(sentence);

        Assert.StartsWith("对方已响应，但不是成功", said, StringComparison.Ordinal);
        Assert.EndsWith("或修正成功规则。", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "no json at all")]
    [InlineData(500, """{ "ret_code": "1", "ret_msg": "db down" }""")]
    [InlineData(401, "")]
    [InlineData(302, "")]
    [InlineData(200, "<html>")]
    [InlineData(200, "{\"a\":\n[1,]}")]
    [InlineData(200, "nope")]
    [InlineData(200, "")]
    [InlineData(200, """{ "ret_code": "404001" }""")]
    [InlineData(200, """{ "ret_code": "9", "ret_msg": "card locked" }""")]
    [InlineData(200, "{ }")]
    [InlineData(200, """{ "ret_code": "000000", "item": { "stat": 1, "name": "x" } }""")]
    [InlineData(200, """{ "ret_code": "000000", "item": 7 }""")]
    [InlineData(200, """{ "ret_code": "000000", "item": { "status": "x", "name": "y" }, "age": "old" }""")]
    [InlineData(200, """{ "ret_code": "000000", "ret_code": "000000", "item": { "status": "x", "name": "y" } }""")]
    public async Task Said_OfARunsReport_HoldsNoEnglishSentence(int status, string body)
    {
        var result = await Extract.Run(Definition, body, status);

        foreach (var sentence in result.Warnings.Append(result.Message).Concat(result.Outputs.Select(output => output.Problem?.Message).OfType<string>()))
        {
            AssertChinese(sentence);
        }
    }

    [Theory]
    [InlineData("""
        "key":"Bad Key","method":"TRACE","url":"ftp://x","headers":[{"name":"Host","value":{"from":"constant","value":"x"}},{"name":"X","value":{"from":"constant","value":" a"}},{"name":"x"}],
        "parameters":[{"name":"","in":"query"}],"auth":{"kind":"bearer","secret":""},"outputs":[{"name":"9","path":"x"},{"name":"a","path":"$.a["},{"name":"a","path":"$..b"}],
        "success":{"status":["ok"]},"limits":{"timeoutMs":1}
        """)]
    [InlineData("""
        "url":"https://a.example/{id}?x={y}#z","parameters":[{"name":"q","in":"query"},{"name":"q","in":"query"},{"name":"f","in":"query","type":"file"},{"name":"b","in":"body"},
        {"name":"n","in":"path","type":"integer","default":"x"},{"name":"s","in":"query","value":{"from":"system","name":"nwo"}}],"body":{"kind":"none","contentType":"x"},
        "auth":{"kind":"basic","username":"a:b","secret":"Not A Name"},"response":{"charset":"utf-99"}
        """)]
    [InlineData("""
        "url":"https://user@a.example:99999/%zz","method":"GET","body":{"kind":"jsonTemplate","template":"{ \"a\": {{nope}} {{secrets.}}"},
        "success":{"status":[],"rules":[{"path":"$.a","op":"gt","value":"x"},{"path":"a","op":"matches","value":"(?=a)"},{"path":"$.b","op":"exists","value":"1"}],"notFound":{"rules":[{"path":"$.x","op":"missing"}]}},
        "limits":{"maxBodyBytes":-1,"followRedirects":99}
        """)]
    public void Said_OfABrokenDefinitionsFindings_HoldsNoEnglishSentence(string members)
    {
        var result = DefinitionValidator.Validate(ValidDefinition.With(members));

        Assert.True(result.Findings.Count > 5, $"Only {result.Findings.Count} findings.");
        Assert.All(result.Findings.Concat(result.Warnings), finding => AssertChinese(finding.Message));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"key\":")]
    [InlineData("{\"key\":1,\"nam\":2,\"method\":null,\"parameters\":{},\"auth\":{\"kind\":\"x\"},\"limits\":{\"timeoutMs\":1.5}}")]
    public void Said_OfAMalformedDefinitionsFindings_HoldsNoEnglishSentence(string json)
    {
        var problem = Assert.Throws<InvalidException>(() => DefinitionReader.Read(json).Demand());

        Assert.All(problem.Findings.Select(finding => finding.Message).Append(problem.Message), AssertChinese);
    }

    internal static void AssertChinese(string sentence)
    {
        var said = CoreSentences.In(Chinese)!.Said(sentence);
        Assert.False(English().IsMatch(Quoted().Replace(said, "")), $"{sentence}\n{said}");
    }

    private static string Gaps(string text) => string.Join(' ', Gap().Matches(text).Select(match => match.Value).Distinct().Order());

    /// <summary>What .NET's JSON reader says is no text of ours; the commonest of it is translated all the same.</summary>
    private static bool IsOfTheJsonReader(string key) =>
        key.StartsWith("'{0}' is ", StringComparison.Ordinal) || key.StartsWith("Expected ", StringComparison.Ordinal) || key.StartsWith("The JSON ", StringComparison.Ordinal)
        || key.StartsWith("Invalid leading zero", StringComparison.Ordinal) || key.StartsWith("The input does not contain", StringComparison.Ordinal);

    [GeneratedRegex(@"\{[0-9]\}", RegexOptions.None, 1000)]
    private static partial Regex Gap();

    /// <summary>Data and code stand in quotes; names of ours in a row, as of scopes, are no sentence.</summary>
    [GeneratedRegex("\"[^\"]*\"|'[^']*'", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}", RegexOptions.None, 1000)]
    private static partial Regex English();
}
