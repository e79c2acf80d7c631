using System.Globalization;
using System.Text;
using ApiAdmin.Core.Extraction;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Invocation.Building;

namespace ApiAdmin.Tests.Extraction;

public sealed class StreamingTests
{
    private const string Definition = """
        "outputs": [
          { "name": "o", "path": "$.list[2]", "type": "object" }, { "name": "last", "path": "$.list[-1].id", "type": "integer" },
          { "name": "deep", "path": "$.a.b.c" }, { "name": "all", "path": "$.list", "type": "array" }, { "name": "none", "path": "$.list[-9].id" } ]
        """;

    [Fact]
    public async Task Write_CutAnywhere_GivesTheSame()
    {
        var body = Encoding.UTF8.GetBytes("""
            { "x": [ { "list": 1 } ], "list": [ { "id": 1, "t": "é\u00e9" }, { "id": 22 }, { "id": 333, "名": [1, "]"] } ],
              "a": { "b": { "c": "日本語 \"quoted\" \\" } }, "n": 1.5e3 }
            """);
        var definition = Build.Definition(Definition);
        var head = new ResponseHead { Status = 200 };
        var whole = await Extract.Run(definition, body, head);

        Assert.Equal("333", whole.Outputs[1].Value!.Text);
        for (var cut = 0; cut <= body.Length; cut++)
        {
            Assert.Equal(whole.Outputs, (await Extract.Run(definition, body, head, cut)).Outputs);
        }

        Assert.Equal(whole.Outputs, (await Extract.Run(definition, body, head, Enumerable.Range(0, body.Length))).Outputs);
    }

    [Fact]
    public async Task Write_MoreThanAMillionTokens_IsInvalidResponse()
    {
        var result = await Chunks("[0", ",0,0,0,0,0,0,0,0,0,0", 100_001, "]");

        Assert.Equal(Outcome.InvalidResponse, result.Outcome);
        Assert.Contains("1,000,000", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_NestedTooDeep_IsInvalidResponse() =>
        Assert.Equal(Outcome.InvalidResponse, (await Chunks("", "[", 5_000, "")).Outcome);

    [Fact]
    public async Task Write_LongBody_KeepsMemoryFlat()
    {
        await Chunks("[", "{\"id\":1,\"text\":\"some text that nobody wants\"},", 100, "0]");
        var before = GC.GetAllocatedBytesForCurrentThread();

        await Chunks("[", "{\"id\":1,\"text\":\"some text that nobody wants\"},", 80_000, "0]");

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 512 * 1024);
    }

    [Fact]
    public async Task Write_TokenBeyondEightMebibytes_IsInvalidResponse()
    {
        var result = await Chunks("[\"", new string('x', 64 * 1024), 200, "\"]");

        Assert.Equal(Outcome.InvalidResponse, result.Outcome);
        Assert.Contains("8 MiB", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_NumberOfAMillionDigits_IsKeptRawAndTooLarge()
    {
        using var extraction = CompiledDefinition.Compile(Build.Definition("""
            "outputs": [ { "name": "n", "path": "$", "type": "number" } ]
            """)).Start(new ResponseHead { Status = 200 });
        await extraction.WriteAsync(Encoding.UTF8.GetBytes("1" + new string('0', 1_000_000)));

        var result = await extraction.CompleteAsync(BodyEnding.Whole);

        Assert.Equal((1_000_001, OutputProblemCode.TooLarge, true), (result.Outputs[0].Raw!.Length, result.Outputs[0].Problem!.Code, result.Outputs[0].Value is null));
    }

    [Fact]
    public async Task Write_ByteOrderMark_IsPassedOver() =>
        Assert.Equal(Outcome.Success, (await Extract.Run("""
            "outputs": [ { "name": "a", "path": "$.a", "required": true } ]
            """, "\uFEFF{\"a\":\"1\"}", 200, 1, 2)).Outcome);

    [Fact]
    public async Task Write_StopEarly_TellsWhenEverythingIsFound()
    {
        using var extraction = CompiledDefinition.Compile(Build.Definition("""
            "response": { "kind": "auto", "stopEarly": true }, "outputs": [ { "name": "a", "path": "$.a", "required": true } ]
            """)).Start(new ResponseHead { Status = 200 });
        await extraction.WriteAsync("{\"x\":1,"u8.ToArray());
        Assert.False(extraction.IsDecided);
        await extraction.WriteAsync("\"a\":\"1\",\"rest\":["u8.ToArray());

        Assert.True(extraction.IsDecided);
        Assert.Equal(Outcome.Success, (await extraction.CompleteAsync(BodyEnding.StoppedEarly)).Outcome);
    }

    [Fact]
    public async Task Write_MoreThan64Paths_FindsAll()
    {
        var outputs = string.Join(",", Enumerable.Range(0, 150).Select(i => $$"""{ "name": "o{{i}}", "path": "$.m{{i}}", "type": "integer" }"""));
        var body = "{" + string.Join(",", Enumerable.Range(0, 150).Select(i => string.Create(CultureInfo.InvariantCulture, $"\"m{i}\":{i}"))) + "}";

        var result = await Extract.Run($"\"outputs\": [ {outputs} ]", body);

        Assert.Equal(Enumerable.Range(0, 150).Select(i => $"{i}"), result.Outputs.Select(o => o.Value!.Text));
    }

    private static async Task<ExtractionResult> Chunks(string start, string repeated, int times, string end)
    {
        using var extraction = CompiledDefinition.Compile(Build.Definition("\"outputs\": [ { \"name\": \"a\", \"path\": \"$[1].id\" } ]")).Start(new ResponseHead { Status = 200 });
        ReadOnlyMemory<byte> chunk = Encoding.UTF8.GetBytes(repeated);
        await extraction.WriteAsync(Encoding.UTF8.GetBytes(start));
        for (var i = 0; i < times; i++)
        {
            await extraction.WriteAsync(chunk);
        }

        await extraction.WriteAsync(Encoding.UTF8.GetBytes(end));
        return await extraction.CompleteAsync(BodyEnding.Whole);
    }
}
