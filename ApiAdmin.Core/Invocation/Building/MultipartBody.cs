using System.Security.Cryptography;
using System.Text;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>
/// multipart/form-data (RFC 7578). The boundary follows from the content, so that preview and wire agree; it is keyed
/// with a number of this process, so that nobody can guess a secret from the boundary a preview shows.
/// </summary>
internal static class MultipartBody
{
    private static readonly byte[] BoundaryKey = RandomNumberGenerator.GetBytes(32);

    public static BuiltContent Build(ApiDefinition definition, IEnumerable<Pair> pairs, BuildContext context)
    {
        var all = pairs.ToList();
        var boundary = Boundary(all);
        var parts = new List<BodyPart>();
        foreach (var pair in all)
        {
            parts.Add(new TextBodyPart(MaskedText.Plain(Head(boundary, pair, context))));
            parts.Add(pair.File is { } file && pair.Values[0].IsResolved && !pair.Values[0].IsSensitive
                ? new BinaryBodyPart(file.Bytes)
                : pair.File is { } hidden ? new BinaryBodyPart(hidden.Bytes) : new TextBodyPart(Joined.Comma(pair.Values)));
            parts.Add(new TextBodyPart(MaskedText.Plain("\r\n")));
        }

        parts.Add(new TextBodyPart(MaskedText.Plain($"--{boundary}--\r\n")));
        var mediaType = definition.Body.ContentType ?? "multipart/form-data";
        var contentType = mediaType.Contains("boundary=", StringComparison.OrdinalIgnoreCase) ? mediaType : $"{mediaType}; boundary={boundary}";
        return new BuiltContent(new BuiltBody { Parts = [.. parts] }, contentType, boundary);
    }

    private static string Head(string boundary, Pair pair, BuildContext context)
    {
        if (TextRules.PartHeader(pair.Name) is { } wrong)
        {
            context.Problem("parameters", FindingCodes.InvalidCharacter, $"The name of the body param {Core.Quoted.Text(pair.Name)} {wrong}");
        }

        var head = $"--{boundary}\r\nContent-Disposition: form-data; name=\"{Escapes.Quoted(pair.Name)}\"";
        return pair.File is { } file
            ? $"{head}; filename=\"{Escapes.Quoted(file.FileName)}\"\r\nContent-Type: {file.ContentType}\r\n\r\n"
            : $"{head}\r\n\r\n";
    }

    private static string Boundary(List<Pair> pairs)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, BoundaryKey);
        foreach (var pair in pairs)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{pair.Name}\0{pair.File?.FileName}\0{pair.File?.ContentType}\0"));
            foreach (var value in pair.Values)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(value.Reveal() + "\0"));
            }
        }

        return "ApiAdmin-" + Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
