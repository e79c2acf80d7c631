using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Core.Interchange.CopyAs;

/// <summary>A built request with placeholders, as every form of copy needs it.</summary>
internal sealed record CopySource
{
    public required string Method { get; init; }

    public required string Origin { get; init; }

    public required string Target { get; init; }

    /// <summary>All but Host and Content-Length, which every client writes itself, and Basic credentials.</summary>
    public required IReadOnlyList<(string Name, string Value, bool IsDefault)> Headers { get; init; }

    /// <summary>User and placeholder of Basic authentication: encoded, a placeholder could not be found again.</summary>
    public (string User, string Password)? Basic { get; init; }

    /// <summary>Null when there is none, or when it holds a file.</summary>
    public string? Body { get; init; }

    /// <summary>The body holds bytes that no text can show.</summary>
    public bool BodyIsBinary { get; init; }

    public string Url => Origin + Target;

    public bool HasBody => Body is not null || BodyIsBinary;

    public static CopySource Of(BuiltRequest request, ApiAuth auth, IEnumerable<RevealedSecret> secrets)
    {
        var text = new Placeholders(secrets);
        var basic = auth as BasicAuth;
        var isBinary = request.Body is { } body && body.Parts.Any(part => part is BinaryBodyPart);
        return new CopySource
        {
            Method = request.Method,
            Origin = request.Origin,
            Target = text.Write(request.Target),
            Headers = [.. request.Headers.Where(header => !IsOfTheClient(header, basic)).Select(header => (header.Name, text.Write(header.Value), header.IsDefault))],
            Basic = basic is not null && request.Headers.Any(IsBasic) ? (basic.Username, $"<{basic.Secret}>") : null,
            Body = request.Body is null || isBinary ? null : string.Concat(request.Body.Parts.OfType<TextBodyPart>().Select(part => text.Write(part.Text))),
            BodyIsBinary = isBinary,
        };
    }

    private static bool IsOfTheClient(BuiltHeader header, BasicAuth? basic) =>
        header.Name is "Host" or "Content-Length" || (basic is not null && IsBasic(header));

    private static bool IsBasic(BuiltHeader header) =>
        header.Name == "Authorization" && header.Value.Parts is [{ Text: "Basic " }, ..];
}
