using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction.Json;
using ApiAdmin.Core.Extraction.Sources;

namespace ApiAdmin.Core.Extraction;

/// <summary>
/// The extraction of one response: it is fed the body in consecutive UTF-8 chunks, needs constant memory unless an output
/// asks for the text, and ends in outcome, outputs and sentences. Not for several threads at once; to be disposed.
/// </summary>
public sealed class ResponseExtraction : IDisposable
{
    private readonly CompiledDefinition compiled;
    private readonly ResponseHead head;
    private readonly BodyHead kept = new();
    private readonly XmlBody? xml;
    private readonly TextBody? text;
    private readonly EventStream? events;
    private JsonBody? json;
    private bool hasBody;

    internal ResponseExtraction(CompiledDefinition compiled, ResponseHead head)
    {
        this.compiled = compiled;
        this.head = head;
        var kind = compiled.KindFor(head);
        if (kind == ResponseKind.Json || (kind is ResponseKind.Auto or ResponseKind.Events && compiled.Paths.Count > 0))
        {
            json = compiled.RentBody();
            json.Start();
        }

        events = kind == ResponseKind.Events ? new EventStream() : null;
        text = compiled.NeedsText && kind != ResponseKind.None ? new TextBody() : null;
        xml = kind == ResponseKind.Xml && !compiled.NeedsXml && head.CanHaveBody ? new XmlBody() : null;
    }

    /// <summary>Every path has found its value. With <c>stopEarly</c> the rest of the body need not be read.</summary>
    public bool IsDecided => json is { IsDecided: true } && text is null && compiled.Response.StopEarly;

    /// <summary>The next bytes of the body, decoded to UTF-8.</summary>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> utf8)
    {
        hasBody |= utf8.Length > 0;
        text?.Write(utf8.Span);
        if (events is not null)
        {
            events.Write(utf8.Span);
        }
        else if (json is not null)
        {
            kept.Write(utf8.Span);
            json.Write(utf8.Span);
        }

        return xml is null ? ValueTask.CompletedTask : new ValueTask(xml.WriteAsync(utf8));
    }

    /// <summary>Decides. To be called once, after the last chunk.</summary>
    public async ValueTask<ExtractionResult> CompleteAsync(BodyEnding ending)
    {
        if (events is not null)
        {
            TakeLastEvent(events);
        }

        if (!ending.IsPartial && ending.Problem is null)
        {
            json?.Complete();
            hasBody &= json is not { IsEmpty: true } || text is not null;
        }

        json?.Settle();
        var document = compiled.NeedsXml && text is not null && hasBody ? new XmlSource(text) : null;
        var xmlFault = xml is null ? document?.Fault : await xml.CompleteAsync();
        var view = new ResponseView(compiled, head, json, hasBody);
        var judge = new BodyJudge(compiled, head, kept, hasBody);
        var problem = ending.Problem ?? judge.Problem(json?.Fault, xmlFault, events);
        var sources = new OutputSources(view, text, document, kept, ending.Problem ?? judge.Json(json?.Fault));
        return new OutcomeDecider(view).Decide(problem, new OutputReader(view, sources).ReadAll());
    }

    public void Dispose()
    {
        kept.Release();
        if (json is not null)
        {
            compiled.Return(json);
            json = null;
        }
    }

    /// <summary>Of an event stream the last event is what paths look into.</summary>
    private void TakeLastEvent(EventStream stream)
    {
        if (json is not null)
        {
            kept.Write(stream.LastData.Span);
            json.Write(stream.LastData.Span);
        }
    }
}
