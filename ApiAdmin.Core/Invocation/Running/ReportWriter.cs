using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation.Building;
using ApiAdmin.Core.Invocation.Redaction;

namespace ApiAdmin.Core.Invocation.Running;

/// <summary>Writes the report of a run, masked, from whatever the run came to know.</summary>
internal static class ReportWriter
{
    public static InvocationResult Write(InvocationRun run, Outcome outcome, string message, string? failedIn)
    {
        var request = Request(run);
        var extraction = run.Response?.Extraction;
        var shown = run.Redactor.Redact(message);
        run.End(run.Response is null ? run.Phase : PhaseNames.Extract);
        var phases = run.Clock.Phases;
        var report = new InvocationReport
        {
            InvocationId = run.Id,
            Api = run.Definition.Key,
            Version = run.Request.Version,
            Outcome = outcome,
            Message = shown,
            StartedAt = run.StartedAt,
            DurationMs = Math.Round(run.Clock.TotalMs, 3),
            Phases = phases,
            Request = request,
            Response = run.Response?.Report,
            Connection = run.Trace is { } trace ? (trace.Connection ?? trace.Attempt)?.ToReport(trace.Reused) : null,
            Redirects = [.. run.Redirects],
            Outputs = [.. (extraction?.Outputs ?? []).Select(o => Shown(o, run.Redactor))],
            Steps = [.. StepList.Of(phases, failedIn, shown), .. extraction?.Steps ?? []],
            Warnings = [.. (run.Response?.Warnings ?? []).Concat(extraction?.Warnings ?? []).Select(run.Redactor.Redact)],
        };
        return new InvocationResult
        {
            Report = report,
            Outputs = extraction?.TrueOutputs ?? ValueMap<RawJson?>.Empty,
            SpooledBody = run.Response?.SpoolId,
        };
    }

    private static ReportOutput Shown(ReportOutput output, Redactor redactor) => redactor.IsEmpty ? output : output with
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

        var shown = built with { Headers = [.. built.Headers.Select(Shown)] };
        var text = run.Redactor.Redact(RequestTextWriter.Write(shown, masked: true));
        var body = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return new ReportRequest
        {
            Method = built.Method,
            Url = run.Redactor.Redact(built.Origin + built.Target.Masked()),
            Headers = [.. shown.Headers.Select(h => new ReportHeader(h.Name, run.Redactor.Redact(h.Value.Masked())))],
            Body = built.Body is null ? null : text[(body + 4)..],
            Text = text,
        };
    }

    /// <summary>A credential typed as a constant is one all the same.</summary>
    private static BuiltHeader Shown(BuiltHeader header) =>
        Redactor.IsCredential(header.Name) && !header.Value.IsSensitive ? header with { Value = MaskedText.Sensitive(header.Value.Reveal()) } : header;
}
