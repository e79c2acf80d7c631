using ApiAdmin.Core.Extraction;
using ApiAdmin.Core.Invocation.Reading;

namespace ApiAdmin.Core.Invocation.Running;

/// <summary>Hands the body's text to the extraction while it arrives.</summary>
internal sealed class ExtractionSink(ResponseExtraction extraction) : IUtf8Sink
{
    public bool HasEnough => extraction.IsDecided;

    public ValueTask WriteAsync(ReadOnlyMemory<byte> utf8) => extraction.WriteAsync(utf8);
}
