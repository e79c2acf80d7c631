using System.Text;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction;
using ApiAdmin.Core.Extraction.Samples;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.Reading;
using ApiAdmin.Web.Invocation.Panel.Body;

namespace ApiAdmin.Web.Invocation.Panel;

/// <summary>An answer that is there, from a run or a sample: outputs and rules can be tried on it without asking anybody.</summary>
public sealed class PanelAnswer
{
    /// <summary>Larger bodies are not made one text.</summary>
    private const int LargestText = 8 * 1024 * 1024;

    private readonly ResponseHead head;
    private readonly Func<Actor, CancellationToken, Task<BodyContent>> open;

    private PanelAnswer(ResponseHead head, Func<Actor, CancellationToken, Task<BodyContent>> open, ApiDefinition? ran) => (this.head, this.open, Ran) = (head, open, ran);

    /// <summary>The definition it was asked for with; null for a sample.</summary>
    public ApiDefinition? Ran { get; }

    public int Status => head.Status;

    /// <summary>The beginning of the body as text, as the report keeps it; null when it is none.</summary>
    public string? Text { get; private init; }

    /// <returns>Null when no answer came.</returns>
    public static PanelAnswer? Of(ITestService tests, InvocationReport report, ApiDefinition ran, bool whole = true)
    {
        if (report.Response is not { } response)
        {
            return null;
        }

        var told = new ResponseHead { Method = ran.Method, Status = response.Status, Reason = response.Reason, Headers = response.Headers, MediaType = response.MediaType };
        var source = new BodySource(tests, report, whole);
        return new PanelAnswer(told, source.OpenAsync, ran) { Text = response.Truncated ? null : response.Body };
    }

    public static PanelAnswer Of(ApiDefinition definition, ResponseSample sample) => new(
        SampleRun.HeadOf(definition, sample),
        (_, _) => Task.FromResult(new BodyContent(new MemoryStream(Encoding.UTF8.GetBytes(sample.Body ?? ""), writable: false), "utf-8")),
        null) { Text = sample.Body };

    public async Task<ExtractionResult> TryAsync(Actor actor, ApiDefinition definition, CancellationToken cancellationToken)
    {
        await using var body = await open(actor, cancellationToken);
        await using var utf8 = Utf8(body);
        return await SampleRun.OfAsync(definition, head, utf8, cancellationToken);
    }

    /// <summary>The whole body; null when it is larger than can be compared.</summary>
    public async Task<string?> ReadTextAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var body = await open(actor, cancellationToken);
        if (body.Stream.Length > LargestText)
        {
            return null;
        }

        using var reader = new StreamReader(body.Stream, body.Encoding, leaveOpen: true);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    private static Stream Utf8(BodyContent body) =>
        body.IsUtf8 ? body.Stream : Encoding.CreateTranscodingStream(body.Stream, body.Encoding, Encoding.UTF8, leaveOpen: true);
}
