using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction.Json;

namespace ApiAdmin.Core.Extraction;

/// <summary>
/// The extraction of one response: it is fed the body in consecutive UTF-8 chunks, needs constant memory, and ends in
/// outcome, outputs and sentences. Not for several threads at once; to be disposed.
/// </summary>
public sealed class ResponseExtraction : IDisposable
{
    private readonly CompiledDefinition compiled;
    private readonly ResponseHead head;
    private readonly BodyHead kept = new();
    private readonly XmlBody? xml;
    private JsonBody? json;
    private bool hasBody;

    internal ResponseExtraction(CompiledDefinition compiled, ResponseHead head)
    {
        this.compiled = compiled;
        this.head = head;
        var kind = compiled.Response.Kind;
        if (kind == ResponseKind.Json || (kind == ResponseKind.Auto && compiled.Paths.Count > 0))
        {
            json = compiled.RentBody();
            json.Start();
        }

        xml = kind == ResponseKind.Xml && head.CanHaveBody ? new XmlBody() : null;
    }

    /// <summary>Every path has found its value. With <c>stopEarly</c> the rest of the body need not be read.</summary>
    public bool IsDecided => json is { IsDecided: true } && compiled.Response.StopEarly;

    /// <summary>The next bytes of the body, decoded to UTF-8.</summary>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> utf8)
    {
        hasBody |= utf8.Length > 0;
        if (json is not null)
        {
            kept.Write(utf8.Span);
            json.Write(utf8.Span);
        }

        return xml is null ? ValueTask.CompletedTask : new ValueTask(xml.WriteAsync(utf8));
    }

    /// <summary>Decides. To be called once, after the last chunk.</summary>
    public async ValueTask<ExtractionResult> CompleteAsync(BodyEnding ending)
    {
        if (!ending.IsPartial && ending.Problem is null)
        {
            json?.Complete();
            hasBody &= json is not { IsEmpty: true };
        }

        json?.Settle();
        var xmlFault = xml is null ? null : await xml.CompleteAsync();
        var view = new ResponseView(compiled, head, json, hasBody);
        var judge = new BodyJudge(compiled, head, kept, hasBody);
        var problem = ending.Problem ?? judge.Problem(json?.Fault, xmlFault);
        var outputs = new OutputReader(view, kept, ending.Problem ?? judge.Json(json?.Fault)).ReadAll();
        return new OutcomeDecider(view).Decide(problem, outputs);
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
}
