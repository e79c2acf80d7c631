using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction;
using ApiAdmin.Core.Invocation.Building;
using ApiAdmin.Core.Invocation.Redaction;
using ApiAdmin.Core.Invocation.Steps;

namespace ApiAdmin.Core.Invocation.Running;

/// <summary>Writes the report of a run, masked, from whatever the run came to know.</summary>
internal static class ReportWriter
{
    public static InvocationResult Write(InvocationRun run, Outcome outcome, string message, string? failedIn)
    {
        var request = Request(run);
        var extraction = run.Response?.Extraction;
        var shown = run.Redactor.Redact(message);
        run.End(failedIn ?? PhaseNames.Extract);
        var phases = run.Clock.Phases();
        var report = new InvocationReport
        {
            InvocationId = run.Id,
            Api = run.Definition.Key,
            Version = run.Request.Version,
            Sample = run.Request.Sample?.Name,
            Outcome = outcome,
            Message = shown,
            StartedAt = run.StartedAt,
            DurationMs = Math.Round(run.Clock.TotalMs, 3),
            Phases = phases,
            Request = request,
            Response = run.Response?.Report,
            Connection = run.Trace is { } trace ? (trace.Connection ?? trace.Attempt)?.ToReport(trace.Reused) : null,
            Redirects = run.Redirects.Count == 0 ? [] : [.. run.Redirects],
            Outputs = Outputs(extraction?.Outputs ?? [], run.Redactor),
            Steps = StepList.Of(phases, failedIn, shown, Decided(run, extraction)),
            Warnings = Warnings(run.Response?.Warnings ?? [], extraction?.Warnings ?? [], run.Redactor),
        };
        return new InvocationResult
        {
            Report = run.Request.Explain ? StepReport.Of(run.Request, report, extraction?.Rules ?? [], run.Redactor) : report,
            Outputs = extraction?.TrueOutputs ?? ValueMap<RawJson?>.Empty,
            SpooledBody = run.Response?.SpoolId,
            Redactor = run.Redactor,
        };
    }

    /// <summary>How the outcome was decided. Where something goes before what the answer says, it is the reason in the steps too.</summary>
    private static ValueList<ReportStep> Decided(InvocationRun run, ExtractionResult? extraction) =>
        run.Overridden is { } over ? [new ReportStep { Name = "status", State = StepState.Failed, Detail = run.Redactor.Redact(over.Message) }]
            : extraction is null ? []
            : run.Redactor.IsEmpty ? extraction.Steps
            : [.. extraction.Steps.Select(s => s.Detail is null ? s : s with { Detail = run.Redactor.Redact(s.Detail) })];

    private static ValueList<ReportOutput> Outputs(ValueList<ReportOutput> outputs, Redactor redactor) =>
        redactor.IsEmpty ? outputs : [.. outputs.Select(o => Shown(o, redactor))];

    private static ValueList<string> Warnings(IReadOnlyList<string> ofBody, ValueList<string> ofExtraction, Redactor redactor) =>
        ofBody.Count + ofExtraction.Count == 0 ? [] : [.. ofBody.Concat(ofExtraction).Select(redactor.Redact)];

    private static ReportOutput Shown(ReportOutput output, Redactor redactor) => output with
    {
        Value = redactor.Value(output.Value),
        Raw = output.Raw is null ? null : redactor.Redact(output.Raw),
        Problem = output.Problem is null ? null : output.Problem with { Message = redactor.Redact(output.Problem.Message) },
    };

    private static ReportRequest? Request(InvocationRun run)
    {
        if (run.Built is not { } built)
        {
            return null;
        }

        var shown = Shown(built);
        var headers = new ReportHeader[shown.Headers.Count];
        for (var i = 0; i < headers.Length; i++)
        {
            headers[i] = new ReportHeader(shown.Headers[i].Name, run.Redactor.Redact(shown.Headers[i].Value.Masked()));
        }

        var request = new ReportRequest
        {
            Method = built.Method,
            Url = run.Redactor.Redact(built.UrlOf(built.Target.Masked())),
            Headers = new ValueList<ReportHeader>(headers),
        };
        return WithTexts(request, shown, run.Redactor);
    }

    private static ReportRequest WithTexts(ReportRequest request, BuiltRequest shown, Redactor redactor)
    {
        var text = redactor.Redact(RequestTextWriter.Write(shown, masked: true));
        var body = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return request with { Body = shown.Body is null ? null : text[(body + 4)..], Text = text };
    }

    /// <summary>A credential typed as a constant is one all the same; the very same request when there is none.</summary>
    private static BuiltRequest Shown(BuiltRequest built) => Array.Exists(built.Headers.Items, IsOpenCredential)
        ? built with { Headers = [.. built.Headers.Select(h => IsOpenCredential(h) ? h with { Value = MaskedText.Sensitive(h.Value.Reveal()) } : h)] }
        : built;

    private static bool IsOpenCredential(BuiltHeader header) => Redactor.IsCredential(header.Name) && !header.Value.IsSensitive;
}
