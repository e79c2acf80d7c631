using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Storing;

namespace ApiAdmin.Benchmarks.Circuits;

/// <summary>APIs as people have them, to look at: of every method, in categories, with names of usual length.</summary>
internal static class MeasuredApis
{
    public const string Edited = "edited";
    public const string Wide = "wide";

    /// <summary>As <c>import-apis</c> reads it.</summary>
    public static byte[] File(int count) =>
        JsonSerializer.SerializeToUtf8Bytes(
        new DefinitionArchiveFile { Apis = [.. Enumerable.Range(0, count - 2).Select(Usual), WithRows(Edited, 20), WithRows(Wide, 200)] }, DefinitionJson.Indented);

    /// <summary>One that answers with very much.</summary>
    public static byte[] Large(string url) => JsonSerializer.SerializeToUtf8Bytes(
        new DefinitionArchiveFile
        {
            Apis = [new ApiDefinition { Key = Edited, Name = "Large", Url = url, Limits = new InvocationLimits { MaxBodyBytes = 100_000_000, TimeoutMs = 60_000 } }],
        }, DefinitionJson.Indented);

    private static ApiDefinition Usual(int i) => new()
    {
        Key = $"order-status-{i:000}", Name = $"Order status of region {i:000}", Category = $"Orders/Region {i % 12}", Method = i % 3 == 0 ? "POST" : "GET",
        Url = $"https://crm-{i % 7}.example.com/v1/regions/{i}/orders", Outputs = [new OutputParam { Name = "status", Path = "$.item.status" }],
    };

    private static ApiDefinition WithRows(string key, int rows) => new()
    {
        Key = key, Name = $"Zz {key}", Category = "Orders", Url = "https://crm.example.com/v1/orders", Method = "POST",
        Headers = [.. Enumerable.Range(0, rows / 4).Select(i => new HeaderParam { Name = $"X-Tenant-{i}", Value = new ConstantValue { Value = RawJson.String("acme") } })],
        Parameters = [.. Enumerable.Range(0, rows).Select(i => new RequestParam { Name = $"field{i}", In = ParamPlace.Query, Description = "As printed on the receipt" })],
        Outputs = [.. Enumerable.Range(0, rows / 4).Select(i => new OutputParam { Name = $"out{i}", Path = $"$.item.out{i}" })],
    };
}
