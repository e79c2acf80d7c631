using System.Text;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Invocation.Building;

namespace ApiAdmin.Tests.Extraction;

/// <summary>Runs a response through a definition in tests.</summary>
internal static class Extract
{
    public static Task<ExtractionResult> Run(string definition, string body, int status = 200, params int[] cuts) =>
        Run(Build.Definition(definition), Encoding.UTF8.GetBytes(body), new ResponseHead { Status = status, MediaType = "application/json" }, cuts);

    public static async Task<ExtractionResult> Run(ApiDefinition definition, ReadOnlyMemory<byte> body, ResponseHead head, params IEnumerable<int> cuts)
    {
        using var extraction = CompiledDefinition.Compile(definition).Start(head);
        var from = 0;
        foreach (var cut in cuts.Append(body.Length))
        {
            await extraction.WriteAsync(body[from..cut]);
            from = cut;
        }

        return await extraction.CompleteAsync(BodyEnding.Whole);
    }

    public static async Task<ReportOutput> One(string path, string body, string type = "string")
    {
        var result = await Run($$"""
            "outputs": [ { "name": "v", "path": "{{path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}}", "type": "{{type}}" } ]
            """, body);
        return result.Outputs[0];
    }
}
