using System.Buffers;
using System.Text;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.Reading;

namespace ApiAdmin.Core.Extraction.Samples;

/// <summary>Runs a definition's outputs and rules on a sample, or on an answer that came before; nothing is sent.</summary>
public static class SampleRun
{
    private const int Chunk = 64 * 1024;

    public static async ValueTask<ExtractionResult> OfAsync(ApiDefinition definition, ResponseSample sample)
    {
        await using var body = new MemoryStream(Encoding.UTF8.GetBytes(sample.Body ?? ""), writable: false);
        return await OfAsync(definition, HeadOf(definition, sample), body, CancellationToken.None);
    }

    /// <param name="utf8">The whole body.</param>
    public static async ValueTask<ExtractionResult> OfAsync(ApiDefinition definition, ResponseHead head, Stream utf8, CancellationToken cancellationToken)
    {
        using var extraction = CompiledDefinition.Compile(definition).Start(head);
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            while (await utf8.ReadAsync(buffer.AsMemory(0, Chunk), cancellationToken) is > 0 and var read)
            {
                await extraction.WriteAsync(buffer.AsMemory(0, read));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return await extraction.CompleteAsync(BodyEnding.Whole);
    }

    public static ResponseHead HeadOf(ApiDefinition definition, ResponseSample sample)
    {
        var headers = sample.Headers.Select(h => new ReportHeader(h.Name, h.Value)).ToValueList();
        var told = sample.MediaType ?? headers.LastOrDefault(h => h.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))?.Value;
        return new ResponseHead { Method = definition.Method, Status = sample.Status, Headers = headers, MediaType = MediaType.Parse(told)?.Essence };
    }
}
