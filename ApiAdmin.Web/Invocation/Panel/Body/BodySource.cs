using ApiAdmin.Core.Access;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.Reading;

namespace ApiAdmin.Web.Invocation.Panel.Body;

/// <summary>What of a report's body can be looked at, and how: the whole of it for whoever ran it, else what the report keeps.</summary>
public sealed class BodySource
{
    private readonly ITestService tests;
    private readonly string invocationId;
    private readonly ReportResponse response;
    private readonly bool whole;

    public BodySource(ITestService tests, InvocationReport report, bool whole)
    {
        (this.tests, invocationId, response, this.whole) = (tests, report.InvocationId, report.Response!, whole);
        ImageType = RasterImage.Sniff(Head(response, RasterImage.Signature));
        IsPdf = Head(response, 8).StartsWith("%PDF-"u8);
        LooksLikeJson = response.Body.AsSpan().TrimStart("\uFEFF \t\r\n") is ['{' or '[', ..];
        IsHtml = response.Body is not null && response.MediaType is "text/html" or "application/xhtml+xml";
        LooksLikeXml = !IsHtml && !IsPart && IsElement(response.Body.AsSpan().TrimStart("\uFEFF \t\r\n"));
    }

    /// <summary>The media type of the picture it is, by its bytes.</summary>
    public string? ImageType { get; }

    public bool IsPdf { get; }

    public bool IsHtml { get; }

    public bool LooksLikeJson { get; }

    /// <summary>Of XML the beginning alone is none.</summary>
    public bool LooksLikeXml { get; }

    public bool HasTree => LooksLikeJson || LooksLikeXml;

    public bool IsText => response.Body is not null;

    /// <summary>Only its beginning can be looked at.</summary>
    public bool IsPart => response.Truncated && !whole;

    public bool IsLarge => response.Truncated && whole;

    /// <summary>In the order they are offered; the first is shown first.</summary>
    public IReadOnlyList<BodyView> Views =>
    [
        .. ImageType is not null && !IsPart ? [BodyView.Image] : Array.Empty<BodyView>(),
        .. IsText ? [BodyView.Pretty] : Array.Empty<BodyView>(),
        .. HasTree ? [BodyView.Tree] : Array.Empty<BodyView>(),
        .. LooksLikeJson ? [BodyView.Table] : Array.Empty<BodyView>(),
        .. IsText ? [BodyView.Raw] : Array.Empty<BodyView>(),
        BodyView.Hex,
    ];

    /// <summary>For one look at it, to be disposed at once.</summary>
    public Task<BodyContent> OpenAsync(Actor actor, CancellationToken cancellationToken) =>
        IsLarge ? tests.OpenBodyAsync(actor, invocationId, cancellationToken) : Task.FromResult(BodyContent.Of(response));

    /// <summary>A document type is refused where XML is read, and of most it only says that it is HTML.</summary>
    private static bool IsElement(ReadOnlySpan<char> text) =>
        text is ['<', _, ..] && !text.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("<html", StringComparison.OrdinalIgnoreCase);

    private static byte[] Head(ReportResponse response, int count)
    {
        // Four characters of base64 are three bytes; a body shorter than that keeps its padding.
        var base64 = response.BodyBase64 ?? "";
        return Convert.FromBase64String(base64[..Math.Min(base64.Length, (count + 2) / 3 * 4)]);
    }
}
