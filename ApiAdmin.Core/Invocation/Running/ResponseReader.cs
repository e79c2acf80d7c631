using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction;
using ApiAdmin.Core.Invocation.Reading;
using ApiAdmin.Core.Invocation.Redaction;
using ApiAdmin.Core.Invocation.Sending;

namespace ApiAdmin.Core.Invocation.Running;

/// <summary>Reads an answer's body through the extraction, and tells both even when reading breaks off.</summary>
public sealed class ResponseReader(CompiledDefinitions compiled, BodySpool spool)
{
    private static readonly BodyEnding BrokenOff = BodyEnding.Unreadable("The body was not read to its end.");

    internal async Task ReadAsync(InvocationRun run, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var headers = ResponseHeaders.Of(response);
        var mediaType = MediaType.Parse(ResponseHeaders.Last(headers, "Content-Type"));
        var head = new ResponseHead
        {
            Method = run.Built!.Method,
            Status = (int)response.StatusCode,
            Reason = run.Redactor.Redact(response.ReasonPhrase ?? ""),
            Headers = headers,
            MediaType = mediaType?.Essence,
            Explain = run.Request.Explain,
        };
        using var extraction = compiled.Of(run.Definition).Start(head);
        var plan = new BodyPlan(
            run.Definition.Limits.MaxBodyBytes, run.Definition.Response.Charset, Target(run), new ExtractionSink(extraction), run.Redactor);
        await using var body = new BodyReader(plan, mediaType);
        var ending = BrokenOff;
        try
        {
            ending = await EndingAsync(run, response, body, cancellationToken);
        }
        finally
        {
            run.Clock.Mark(PhaseNames.Receive);
            var extracted = await extraction.CompleteAsync(ending);
            var shown = ResponseHeaders.Shown(headers, run.Redactor);
            run.Response = await FinishAsync(run, new AnswerHead(head, shown, ReceivedCookies.Of(headers, run.Redactor), response.Version, mediaType), body, extracted);
        }
    }

    private static async ValueTask<BodyEnding> EndingAsync(InvocationRun run, HttpResponseMessage response, BodyReader body, CancellationToken cancellationToken)
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

    private async ValueTask<ReadResponse> FinishAsync(InvocationRun run, AnswerHead head, BodyReader body, ExtractionResult extracted)
    {
        var (text, base64) = BodyText.Show(body, head.MediaType);
        var late = extracted.SensitiveValues.Count > 0 ? new Redactor(extracted.SensitiveValues) : Redactor.None;
        var spoolId = body.Head.SpoolId;
        if (!late.IsEmpty && spoolId is not null)
        {
            // What is sensitive in the answer is known only now that it was read; a kept body would show it.
            await body.DisposeAsync();
            spool.Discard(spoolId, run.Request.OwnerId!);
            spoolId = null;
        }

        var report = new ReportResponse
        {
            Status = head.Told.Status,
            Reason = head.Told.Reason,
            HttpVersion = head.Version == System.Net.HttpVersion.Version11 ? "1.1" : head.Version.ToString(2),
            Headers = late.IsEmpty ? head.Shown : [.. head.Shown.Select(h => h with { Value = late.Redact(h.Value) })],
            Cookies = late.IsEmpty ? head.Cookies : [.. head.Cookies.Select(c => Masked(c, late))],
            MediaType = head.MediaType?.Essence,
            Charset = text is null ? null : body.Charset?.Name,
            WireBytes = body.WireBytes,
            BodyBytes = body.BodyBytes,
            Truncated = body.Head.Truncated,
            Body = text is null ? null : late.Redact(text),
            BodyBase64 = base64,
        };
        return new ReadResponse(report, extracted, spoolId, body.Warning is null && !body.Head.SpoolFailed && !body.HasBadBytes ? [] : [.. Warnings(body, isText: text is not null)]);
    }

    private static ReportCookie Masked(ReportCookie cookie, Redactor late) =>
        cookie with { Name = late.Redact(cookie.Name), Path = cookie.Path is null ? null : late.Redact(cookie.Path) };

    private static IEnumerable<string> Warnings(BodyReader body, bool isText)
    {
        if (body.Warning is { } ofCharset)
        {
            yield return ofCharset;
        }

        if (body.HasBadBytes && isText)
        {
            yield return $"Some bytes of the body mean nothing in {body.Charset!.Name} and stand as �. Set Charset in the definition if it is written in another one.";
        }

        if (body.Head.SpoolFailed)
        {
            yield return "The whole body could not be kept: ApiAdmin could not write to its data directory. Free space there, then run it again.";
        }
    }

    private SpoolTarget? Target(InvocationRun run) =>
        run.Request is { SpoolBody: true, OwnerId: { } owner } ? new SpoolTarget(spool, run.Id, owner) : null;

    /// <summary>An answer without its body.</summary>
    /// <param name="Told">As the extraction is told.</param>
    /// <param name="Shown">The headers, masked.</param>
    private readonly record struct AnswerHead(ResponseHead Told, ValueList<ReportHeader> Shown, ValueList<ReportCookie> Cookies, Version Version, MediaType? MediaType);
}
