using System.Text;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.Reading;

namespace ApiAdmin.Core.Extraction.Samples;

/// <summary>Runs a definition's outputs and rules on a sample; nothing is sent.</summary>
public static class SampleRun
{
    public static async ValueTask<ExtractionResult> OfAsync(ApiDefinition definition, ResponseSample sample)
    {
        var headers = sample.Headers.Select(h => new ReportHeader(h.Name, h.Value)).ToValueList();
        var told = sample.MediaType ?? headers.LastOrDefault(h => h.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))?.Value;
        var head = new ResponseHead
        {
            Method = definition.Method, Status = sample.Status, Headers = headers, MediaType = MediaType.Parse(told)?.Essence,
        };
        using var extraction = CompiledDefinition.Compile(definition).Start(head);
        await extraction.WriteAsync(Encoding.UTF8.GetBytes(sample.Body ?? ""));
        return await extraction.CompleteAsync(BodyEnding.Whole);
    }
}
