using System.Globalization;
using System.Text;
using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction;
using BenchmarkDotNet.Attributes;

namespace ApiAdmin.Benchmarks;

/// <summary>Five outputs of one body, parsing included, beside JsonDocument read by hand.</summary>
[MemoryDiagnoser]
public class ExtractionBenchmarks
{
    private static readonly ResponseHead Head = new() { Status = 200, MediaType = "application/json" };

    private static readonly string[] Paths = ["$.ret_code", "$.item.status", "$.item.amount", "$.list[2].sku", "$.customer.city"];

    private byte[] body = [];
    private CompiledDefinition compiled = null!;

    [Params(1, 100)]
    public int KiB { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var items = string.Join(",", Enumerable.Range(0, KiB * 1024 / 100).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"sku":"SKU-{{i:000000}}","name":"An item with a name {{i}}","qty":{{i}},"price":12.50,"tags":["a","b"]}""")));
        body = Encoding.UTF8.GetBytes(
            $$$"""{"ret_code":"000000","item":{"status":"shipped","amount":1.00},"list":[{{{items}}}],"customer":{"name":"Li Na","city":"Xi'an"}}""");
        compiled = CompiledDefinition.Compile(new ApiDefinition
        {
            Key = "k",
            Name = "n",
            Url = "http://upstream.example/",
            Outputs =
            [
                new OutputParam { Name = "code", Path = "$.ret_code" },
                new OutputParam { Name = "status", Path = "$.item.status" },
                new OutputParam { Name = "amount", Path = "$.item.amount", Type = ParamType.Number },
                new OutputParam { Name = "sku", Path = "$.list[2].sku" },
                new OutputParam { Name = "city", Path = "$.customer.city" },
            ],
        });
    }

    [Benchmark(Baseline = true)]
    public int JsonDocumentByHand()
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        return root.GetProperty("ret_code"u8).GetString()!.Length
            + root.GetProperty("item"u8).GetProperty("status"u8).GetString()!.Length
            + root.GetProperty("item"u8).GetProperty("amount"u8).GetRawText().Length
            + root.GetProperty("list"u8)[2].GetProperty("sku"u8).GetString()!.Length
            + root.GetProperty("customer"u8).GetProperty("city"u8).GetString()!.Length;
    }

    /// <summary>The JSONPath most .NET programs have: parsed to a tree first, as text.</summary>
    [Benchmark]
    public int NewtonsoftSelectToken()
    {
        var root = Newtonsoft.Json.Linq.JToken.Parse(Encoding.UTF8.GetString(body));
        return Paths.Sum(path => root.SelectToken(path)!.ToString().Length);
    }

    [Benchmark]
    public async Task<int> Extraction()
    {
        using var extraction = compiled.Start(Head);
        await extraction.WriteAsync(body);
        return (await extraction.CompleteAsync(BodyEnding.Whole)).Outputs.Count;
    }
}
