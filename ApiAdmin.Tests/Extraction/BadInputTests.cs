using System.Text;
using ApiAdmin.Core.Extraction;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Invocation.Building;

namespace ApiAdmin.Tests.Extraction;

/// <summary>Answers that are strange, hostile or too much: each a value with a warning or a clear problem, never an exception.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("$.*", """{"a":1,"b":2,"a":3}""", "[2,3]")]
    [InlineData("$.*", """{"a":1,"\u0061":2,"c":3,"a":4}""", "[3,4]")]
    [InlineData("$.*.x", """{"a":{"x":1},"b":{"x":2},"a":{"y":9}}""", "[2]")]
    [InlineData("$.*.*", """{"a":{"x":1,"x":2},"b":{"x":3,"y":4,"x":5},"a":{"z":6}}""", "[4,5,6]")]
    [InlineData("$.o.*", """{"o":{"a":1},"o":{"b":2,"b":3}}""", "[3]")]
    [InlineData("$.list[*].*", """{"list":[{"a":1,"a":2},{"a":3}]}""", "[2,3]")]
    [InlineData("$.*[?@.a]", """{"x":[{"a":1}],"y":[{"a":2}],"x":[{"a":3}]}""", """[{"a":2},{"a":3}]""")]
    [InlineData("$..a", """{"o":{"a":1,"a":2}}""", "[2]")]
    public async Task Wildcard_MemberTwice_LastWinsWithAWarning(string path, string body, string values)
    {
        foreach (var cuts in new[] { [], Enumerable.Range(1, body.Length - 1).ToArray() })
        {
            var result = await Extract.Run(List(path), body, 200, cuts);

            Assert.Equal(values, result.Outputs[0].Value?.Text);
            Assert.Contains(result.Warnings, warning => warning.Contains("stands twice", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("$.*", """{"a":1,"b":1,"A":1}""")]
    [InlineData("$.list[*].a", """{"list":[{"a":1},{"a":1}]}""")]
    [InlineData("$.*.a", """{"x":{"a":1},"y":{"a":1}}""")]
    public async Task Wildcard_NamesThatDiffer_AreNoDuplicates(string path, string body) => Assert.Empty((await Extract.Run(List(path), body)).Warnings);

    [Theory]
    [InlineData("$[1:]")]
    [InlineData("$[::-1]")]
    [InlineData("$[-1000000:]")]
    [InlineData("$..[?@ > 0]")]
    [InlineData("$[?count($[*]) > 1]")]
    public async Task Path_ThatLooksAtTooMuch_IsTooLargeWithTheCure(string path)
    {
        var body = $"[{string.Join(',', Enumerable.Repeat("1", 400_000))}]";
        var result = await Extract.Run(List(path), body);

        var problem = result.Outputs[0].Problem!;
        Assert.Equal(OutputProblemCode.TooLarge, problem.Code);
        Assert.Contains("Name ", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slice_WhenTheBudgetEndsInIt_IsAProblemAndNoFault()
    {
        var body = $$"""{"a":[{{string.Join(',', Enumerable.Repeat("[1,2]", 160_000))}}]}""";

        Assert.Equal(OutputProblemCode.TooLarge, (await Extract.Run(List("$.a[?@[::-1] && @[::-1] && @[::-1]]"), body)).Outputs[0].Problem!.Code);
    }

    [Fact]
    public async Task Filter_ThatLooksUpInAHugeObjectForEachElement_EndsSoon()
    {
        var members = string.Join(',', Enumerable.Range(0, 150_000).Select(n => $"\"m{n}\":0"));
        var body = $$"""{"i":[{{string.Join(',', Enumerable.Repeat("1", 200_000))}}],{{members}}}""";
        var began = TimeProvider.System.GetTimestamp();

        var result = await Extract.Run(List("$.i[?@ == $.m0]"), body);

        Assert.Equal(OutputProblemCode.TooLarge, result.Outputs[0].Problem!.Code);
        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 0, 30);
    }

    [Fact]
    public async Task List_OfMoreThanTenThousand_IsTooLarge() =>
        Assert.Equal(OutputProblemCode.TooLarge, (await Extract.Run(List("$[*]"), $"[{string.Join(',', Enumerable.Repeat("1", 10_001))}]")).Outputs[0].Problem!.Code);

    [Fact]
    public async Task List_OfTenThousand_IsWhole() =>
        Assert.Equal(20_001, (await Extract.Run(List("$[*]"), $"[{string.Join(',', Enumerable.Repeat("1", 10_000))}]")).Outputs[0].Value!.Text.Length);

    [Fact]
    public async Task Body_OfOneLineOfFiveMegabytes_IsRead()
    {
        var result = await Extract.Run(List("$.z"), $$"""{"fill":"{{new string('x', 5_000_000)}}","z":[7]}""", 200, 1_000, 4_000_000);

        Assert.Equal(("[[7]]", 1, 5_000_016), (result.Outputs[0].Value?.Text, result.Outputs[0].Line, result.Outputs[0].Column));
    }

    [Theory]
    [InlineData("$.a", """{ "a": "\ud800" }""")]
    [InlineData("$.a", """{ "a": "x\udc00y" }""")]
    [InlineData("$.*", """{ "a": "\ud800" }""")]
    [InlineData("$..a", """{ "a": "\ud800", "\ud800": 1 }""")]
    public async Task LoneSurrogate_OnTheWay_IsNeverAnException(string path, string body)
    {
        var output = await Extract.One(path, body);

        Assert.Equal((OutputProblemCode.Undecodable, null), (output.Problem!.Code, output.Value));
    }

    [Theory]
    [InlineData("$.o", "object", """{"x":1,"o":{"a":[1,""", """2]},"rest":1}""", """{"a":[1,2]}""")]
    [InlineData("$.l[-1].id", "integer", """{"l":[{"id":1,""", """ "n":0},{"id":2}],"rest":1}""", "2")]
    [InlineData("$.l[*].id", "array", """{"l":[{"id":1},""", """{"id":2}],"rest":1}""", "[1,2]")]
    [InlineData("$.l[?@.id]", "array", """{"l":[{"id":1},""", """{"id":2}],"rest":1}""", """[{"id":1},{"id":2}]""")]
    [InlineData("$.l[-1].m[-1]", "integer", """{"l":[{"m":[1]},""", """{"m":[2,3]}],"rest":1}""", "3")]
    public async Task StopEarly_ValueThatIsNotWholeYet_IsWaitedFor(string path, string type, string first, string second, string value)
    {
        using var extraction = CompiledDefinition.Compile(Build.Definition($$"""
            "response": { "kind": "auto", "stopEarly": true }, "outputs": [ { "name": "v", "path": "{{path}}", "type": "{{type}}" } ]
            """)).Start(new ResponseHead { Status = 200 });
        await extraction.WriteAsync(Encoding.UTF8.GetBytes(first));
        Assert.False(extraction.IsDecided);
        await extraction.WriteAsync(Encoding.UTF8.GetBytes(second));

        Assert.True(extraction.IsDecided);
        Assert.Equal(value, (await extraction.CompleteAsync(BodyEnding.StoppedEarly)).Outputs[0].Value?.Text);
    }

    private static string List(string path) => $$"""
        "outputs": [ { "name": "v", "path": "{{path}}", "type": "array", "occurrence": "all" } ]
        """;
}
