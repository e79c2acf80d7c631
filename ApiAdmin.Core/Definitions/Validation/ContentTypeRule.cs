using System.Text.Json;

namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>The body's media type: given once, well-formed, and only where there is a body.</summary>
internal sealed class ContentTypeRule : IDefinitionRule
{
    private const string Example = "application/json or text/xml; charset=utf-8";

    public IEnumerable<Finding> Check(ApiDefinition definition, ValidationContext context)
    {
        var own = definition.Body.ContentType;
        if (own is not null)
        {
            if (!MediaType.IsWellFormed(own))
            {
                yield return new("body.contentType", FindingCodes.Malformed, $"{Quoted.Text(own)} is no media type; write for example {Example}.");
            }
            else if (definition.Body.Kind == BodyKind.None)
            {
                yield return new("body.contentType", FindingCodes.NotAllowed, "A content type is given, but the body's kind is none; remove it or choose a kind of body.");
            }
            else if (definition.Body.Kind == BodyKind.Multipart && !IsMultipart(own))
            {
                yield return new("body.contentType", FindingCodes.NotAllowed, $"{Quoted.Text(own)} is not a multipart type, so the parts would not be found; leave it out, or write multipart/….");
            }
        }

        foreach (var (index, row) in definition.Headers.Index().Where(entry => IsContentType(entry.Item)))
        {
            if (Row(definition, $"headers[{index}]", row) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private static Finding? Row(ApiDefinition definition, string path, HeaderParam row)
    {
        if (definition.Body.Kind == BodyKind.None)
        {
            return new($"{path}.name", FindingCodes.NotAllowed, "The header Content-Type describes a body, but the body's kind is none; remove the row or choose a kind of body.");
        }

        if (definition.Body.ContentType is not null)
        {
            return new($"{path}.name", FindingCodes.Duplicate, "The content type is given twice, here and as the body's own; keep one of them.");
        }

        if (row.Value is not ConstantValue { Value: { Kind: JsonValueKind.String } constant }
            || !constant.TryToPlainText(out var text) || text.Contains("{{", StringComparison.Ordinal))
        {
            return null;
        }

        var isGood = MediaType.IsWellFormed(text) && (definition.Body.Kind != BodyKind.Multipart || IsMultipart(text));
        return isGood ? null : new($"{path}.value.value", FindingCodes.Malformed, $"{Quoted.Text(text)} is no media type for this body; write for example {Example}.");
    }

    private static bool IsContentType(HeaderParam row) =>
        row.Enabled && row.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase);

    private static bool IsMultipart(string text) => text.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);
}
