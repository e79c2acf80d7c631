using ApiAdmin.Core.Invocation.History;
using ApiAdmin.Core.Invocation.Redaction;

namespace ApiAdmin.Core.Invocation.Steps;

/// <summary>What went into and came out of the steps from the inputs to the received answer.</summary>
internal sealed class TravelFacts(InvocationRequest request, InvocationReport report, Redactor redactor)
{
    private string? Line => report.Request is { } sent ? $"{sent.Method} {sent.Url}" : null;

    private string? Host => report.Request is { } sent && Uri.TryCreate(sent.Url, UriKind.Absolute, out var url) ? url.Authority : null;

    public ReportStep Explain(ReportStep step) => step.Name switch
    {
        "check inputs" => With(step, Inputs(), New()),
        "build" => With(step, New().Add(FactNames.Request, $"{request.Definition.Method} {request.Definition.Url}"), Built()),
        "resolve" => With(step, New().Add(FactNames.Host, Host), New()),
        "connect" => With(step, New().Add(FactNames.Host, Host), New().Add(FactNames.Address, report.Connection?.RemoteAddress)),
        "TLS" => With(step, New().Add(FactNames.Host, Host), Secured()),
        "send" => With(step, New().Add(FactNames.Request, Line).Add(FactNames.BodyBytes, Header("Content-Length")), New()),
        "wait" => With(step, New().Add(FactNames.Host, Host), Answered()),
        "receive" => With(step, New().Add(FactNames.WireBytes, report.Response?.WireBytes), Received()),
        _ => step,
    };

    private static ReportStep With(ReportStep step, FactList given, FactList made) => step with { In = given.Facts, Out = made.Facts };

    private FactList New() => new(redactor);

    /// <summary>As history keeps them: what is sensitive is only named.</summary>
    private FactList Inputs()
    {
        var facts = New();
        foreach (var (name, kept) in InputKeeper.Keep(request.Definition, request.Inputs, redactor))
        {
            facts.Add(name, kept.Value is { } value ? FactList.TextOf(value) : MaskedText.Mask);
        }

        return facts;
    }

    private FactList Built() => New().Add(FactNames.Request, Line).Add(FactNames.Headers, report.Request?.Headers.Count).Add(FactNames.BodyBytes, Header("Content-Length"));

    private FactList Secured() => New()
        .Add(FactNames.Protocol, report.Connection?.Tls is { } tls ? $"TLS {tls}" : null)
        .Add(FactNames.Certificate, report.Connection?.Certificate?.Subject);

    private FactList Answered() => report.Response is { } response
        ? New().Add(FactNames.Status, $"{response.Status} {response.Reason}".TrimEnd()).Add(FactNames.Protocol, $"HTTP/{response.HttpVersion}").Add(FactNames.Headers, response.Headers.Count)
        : New();

    private FactList Received() => New()
        .Add(FactNames.BodyBytes, report.Response?.BodyBytes)
        .Add(FactNames.MediaType, report.Response?.MediaType)
        .Add(FactNames.Charset, report.Response?.Charset);

    private string? Header(string name) =>
        report.Request?.Headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;
}
