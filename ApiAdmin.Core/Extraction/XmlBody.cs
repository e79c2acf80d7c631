using System.IO.Pipelines;
using System.Xml;

namespace ApiAdmin.Core.Extraction;

/// <summary>
/// Whether a body is well-formed XML. The reader runs on the other end of a pipe, so that it needs no more than the
/// chunk at hand. A document type is refused: entities are how XML reads files and eats memory.
/// </summary>
internal sealed class XmlBody
{
    private static readonly XmlReaderSettings Settings = new()
    {
        Async = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = false,
    };

    private readonly Pipe pipe = new(new PipeOptions(
        readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline, pauseWriterThreshold: 0, useSynchronizationContext: false));

    private readonly Task<string?> reading;
    private bool isEmpty = true;

    public XmlBody() => reading = ReadAsync();

    public async Task WriteAsync(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.IsEmpty || reading.IsCompleted)
        {
            return;
        }

        isEmpty = false;
        await pipe.Writer.WriteAsync(utf8, CancellationToken.None);
    }

    /// <summary>Why the body is not XML, with line and column; null when it is.</summary>
    public async Task<string?> CompleteAsync()
    {
        await pipe.Writer.CompleteAsync();
        return isEmpty ? "it is empty." : await reading;
    }

    private async Task<string?> ReadAsync()
    {
        try
        {
            // The body has been decoded to UTF-8 already, whatever its declaration says.
            using var text = new StreamReader(pipe.Reader.AsStream(), System.Text.Encoding.UTF8);
            using var reader = XmlReader.Create(text, Settings);
            while (await reader.ReadAsync())
            {
                if (reader.Depth > 256)
                {
                    return "its elements are nested deeper than 256.";
                }
            }

            return null;
        }
        catch (XmlException exception)
        {
            return exception.Message;
        }
        finally
        {
            await pipe.Reader.CompleteAsync();
        }
    }
}
