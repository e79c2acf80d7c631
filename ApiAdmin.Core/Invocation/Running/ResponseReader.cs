using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction;
using ApiAdmin.Core.Invocation.Reading;
using ApiAdmin.Core.Invocation.Redaction;
using ApiAdmin.Core.Invocation.Sending;

namespace ApiAdmin.Core.Invocation.Running;

/// <summary>Reads an answer's body through the extraction, and tells both even when reading breaks off.</summary>
public sealed class ResponseReader(CompiledDefinitions compiled, BodySpool spool)
{
    internal async Task ReadAsync(InvocationRun run, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var headers = ResponseHeaders.Of(response);
        var head = Head(run, response, headers);
        var mediaType = MediaType.Parse(ResponseHeaders.Last(headers, "Content-Type"));
        using var extraction = compiled.Of(run.Definition).Start(new ResponseHead
        {
            Method = run.Built!.Method,
            Status = head.Status,
            Reason = head.Reason,
            Headers = headers,
            MediaType = mediaType?.Essence,
        });
        var plan = new BodyPlan(
            run.Definition.Limits.MaxBodyBytes, run.Definition.Response.Charset, Target(run), new ExtractionSink(extraction), run.Redactor);
        await using var body = new BodyReader(plan, mediaType);
        var ending = BodyEnding.Unreadable("The body was not read to its end.");
        try
        {
            ending = await EndingAsync(run, response, body, cancellationToken);
        }
        finally
        {
            run.Clock.Mark(PhaseNames.Receive);
            var extracted = await extraction.CompleteAsync(ending);
            run.Response = await FinishAsync(run, head, mediaType, body, extracted);
        }
    }

    private static async Task<BodyEnding> EndingAsync(InvocationRun run, HttpResponseMessage response, BodyReader body, CancellationToken cancellationToken)
    {
        string? problem = null;
        var encodings = response.Content.Headers.NonValidated.TryGetValues("Content-Encoding", out var named) ? ContentDecoder.Read(named, out problem) : [];
        problem ??= Framing.Problem(response);
        if (problem is not null)
        {
            return BodyEnding.Unreadable(problem);
        }

        try
        {
            await body.ReadAsync(await response.Content.ReadAsStreamAsync(cancellationToken), encodings, cancellationToken);
        }
        catch (InvalidDataException)
        {
            return BodyEnding.Unreadable($"The body says it is encoded as {encodings[0]}, but it is not, or it is cut off. Ask whoever runs that system.");
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            return BodyEnding.Unreadable(SendFailure.From(e, run.Built!, run.Trace).Message);
        }

        return body.IsTooLarge ? BodyEnding.Unreadable(TooLarge(run)) : body.StoppedEarly ? BodyEnding.StoppedEarly : BodyEnding.Whole;
    }

    private static string TooLarge(InvocationRun run) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Response too large: the body is longer than the {run.Definition.Limits.MaxBodyBytes:N0} bytes this definition reads. Ask for less, or raise Limits, largest body.");

    private async Task<ReadResponse> FinishAsync(InvocationRun run, ReportResponse head, MediaType? mediaType, BodyReader body, ExtractionResult extracted)
    {
        var (text, base64) = BodyText.Show(body, mediaType);
        var late = extracted.SensitiveValues.Count > 0 ? new Redactor(extracted.SensitiveValues) : Redactor.None;
        var spoolId = body.Head.SpoolId;
        if (!late.IsEmpty && spoolId is not null)
        {
            // What is sensitive in the answer is known only now that it was read; a kept body would show it.
            await body.DisposeAsync();
            spool.Discard(spoolId, run.Request.OwnerId!);
            spoolId = null;
        }

        var report = head with
        {
            Headers = late.IsEmpty ? head.Headers : [.. head.Headers.Select(h => h with { Value = late.Redact(h.Value) })],
            MediaType = mediaType?.Essence,
            Charset = text is null ? null : body.Charset?.Name,
            WireBytes = body.WireBytes,
            BodyBytes = body.BodyBytes,
            Truncated = body.Head.Truncated,
            Body = text is null ? null : late.Redact(text),
            BodyBase64 = base64,
        };
        return new ReadResponse(report, extracted, spoolId, body.Warning is null && !body.Head.SpoolFailed ? [] : [.. Warnings(body)]);
    }

    private static IEnumerable<string> Warnings(BodyReader body)
    {
        if (body.Warning is { } ofCharset)
        {
            yield return ofCharset;
        }

        if (body.Head.SpoolFailed)
        {
            yield return "The whole body could not be kept: ApiAdmin could not write to its data directory. Free space there, then run it again.";
        }
    }

    private SpoolTarget? Target(InvocationRun run) =>
        run.Request is { SpoolBody: true, OwnerId: { } owner } ? new SpoolTarget(spool, run.Id, owner) : null;

    private static ReportResponse Head(InvocationRun run, HttpResponseMessage response, ValueList<ReportHeader> headers) => new()
    {
        Status = (int)response.StatusCode,
        Reason = run.Redactor.Redact(response.ReasonPhrase ?? ""),
        HttpVersion = response.Version == System.Net.HttpVersion.Version11 ? "1.1" : response.Version.ToString(2),
        Headers = ResponseHeaders.Shown(headers, run.Redactor),
    };
}
