using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ApiAdmin.Web.Invocation.Sandbox;

/// <summary>A request body read in every way that fits its media type.</summary>
internal sealed record SandboxEchoBody(byte[] Bytes, string? Text)
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public JsonElement? Json { get; private init; }

    public IReadOnlyList<EchoPair>? Form { get; private init; }

    public IReadOnlyList<EchoPart>? Parts { get; private init; }

    public static async Task<SandboxEchoBody> ReadAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        var bytes = buffer.ToArray();
        var body = new SandboxEchoBody(bytes, ToText(bytes));
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type))
        {
            return body;
        }

        return type.MediaType.Value?.ToLowerInvariant() switch
        {
            "application/x-www-form-urlencoded" => body with { Form = SandboxEcho.Pairs(body.Text ?? "") },
            "multipart/form-data" => body with { Parts = await PartsAsync(bytes, type, context.RequestAborted) },
            "application/json" => body with { Json = ToJson(bytes) },
            _ => body,
        };
    }

    private static string? ToText(byte[] bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static JsonElement? ToJson(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<IReadOnlyList<EchoPart>> PartsAsync(
        byte[] bytes, MediaTypeHeaderValue type, CancellationToken cancellationToken)
    {
        if (HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
        {
            throw new BadHttpRequestException("A multipart body needs a boundary in its content type.");
        }

        var reader = new MultipartReader(boundary, new MemoryStream(bytes));
        var parts = new List<EchoPart>();
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            using var content = new MemoryStream();
            await section.Body.CopyToAsync(content, cancellationToken);
            parts.Add(ToPart(section, content.ToArray()));
        }

        return parts;
    }

    private static EchoPart ToPart(MultipartSection section, byte[] content)
    {
        _ = ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition);
        var fileName = disposition?.FileNameStar.HasValue == true ? disposition.FileNameStar : disposition?.FileName ?? default;
        return new EchoPart(
            HeaderUtilities.RemoveQuotes(disposition?.Name ?? "").ToString(),
            fileName.HasValue ? HeaderUtilities.RemoveQuotes(fileName).ToString() : null,
            section.ContentType, content.Length, ToText(content), Convert.ToBase64String(content));
    }
}
