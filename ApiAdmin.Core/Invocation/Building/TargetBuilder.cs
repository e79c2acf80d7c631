using System.Text;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Urls;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>Path and query of the request line.</summary>
internal sealed class TargetBuilder(BuildContext context, RowResolver rows)
{
    private readonly StringBuilder segment = new();
    private string? segmentParam;

    public MaskedText Build(UrlTemplate url, string basePath, ApiDefinition definition)
    {
        var parts = new List<MaskedText> { MaskedText.Plain(basePath) };
        foreach (var part in url.Path)
        {
            parts.Add(part is PathLiteral literal ? Literal(literal.Text) : Named((PathName)part, definition));
        }

        EndSegment();
        var path = MaskedText.Concat(parts);
        var query = new QueryBuilder(context, rows).Build(url.Query, definition);
        return MaskedText.Concat(path.Parts.Count == 0 ? MaskedText.Plain("/") : path, query);
    }

    private MaskedText Literal(string text)
    {
        var segments = text.Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            if (i > 0)
            {
                EndSegment();
            }

            segment.Append(Uri.UnescapeDataString(segments[i]));
        }

        return MaskedText.Plain(Escapes.Literal(text));
    }

    private MaskedText Named(PathName place, ApiDefinition definition)
    {
        var index = definition.Parameters.ToList().FindIndex(p => p.Enabled && p.In == ParamPlace.Path && p.Name == place.Name);
        segmentParam = place.Name;
        if (index < 0)
        {
            context.Problem("url", FindingCodes.NoSuchParam, $"The URL names {{{place.Name}}}, but there is no path param of that name. Add one, or mend the name.");
            return Placeholder(place);
        }

        var row = definition.Parameters[index];
        if (rows.Resolve(row, $"parameters[{index}]") is not { } value)
        {
            context.Problem($"parameters[{index}]", FindingCodes.Required, $"The path param \"{row.Name}\" has no value, and a path cannot leave it out. Give it one.");
            return Placeholder(place);
        }

        var items = value.Items();
        segment.Append(string.Join(',', items.Select(i => i.Reveal())));
        if (value.IsResolved && items.All(i => i.Reveal().Length == 0))
        {
            context.Problem(RowPath.Of(row, $"parameters[{index}]"), FindingCodes.NotAllowed, $"The path param \"{row.Name}\" is empty, which would call another address. Give it a value.");
        }

        return value.IsResolved ? Joined.Comma(items.Select(i => i.Escape(Escapes.Uri))) : value.Text;
    }

    /// <summary>A segment that becomes <c>.</c> or <c>..</c> by what stands in it would lead to another path.</summary>
    private void EndSegment()
    {
        if (segmentParam is { } param && segment.ToString() is "." or "..")
        {
            context.Problem(
                $"inputs.{segmentParam}", FindingCodes.NotAllowed,
                $"The path param \"{segmentParam}\" makes a path segment \"{segment}\", which would call another address. Give it another value.");
        }

        segment.Clear();
        segmentParam = null;
    }

    private static MaskedText Placeholder(PathName place) =>
        new(new TextPart($"{{{place.Name}}}", TextPartKind.Unresolved));
}
