using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Urls;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>Path and query of the request line.</summary>
internal sealed class TargetBuilder(BuildContext context, RowResolver rows)
{
    private static readonly MaskedText Root = MaskedText.Plain("/");

    private string segment = "";
    private string? segmentParam;

    public MaskedText Build(BuildPlan plan, string basePath)
    {
        var path = plan.Path switch
        {
            [] when basePath.Length == 0 => Root,
            [{ Literal: { } only }] when basePath.Length == 0 => only,
            _ => Path(plan, basePath),
        };
        var query = new QueryBuilder(context, rows).Build(plan);
        return query.Parts.Count == 0 ? path : MaskedText.Concat(path, query);
    }

    private MaskedText Path(BuildPlan plan, string basePath)
    {
        var parts = new List<MaskedText>(plan.Path.Length + 1) { MaskedText.Plain(basePath) };
        foreach (var piece in plan.Path)
        {
            parts.Add(piece.Literal is { } literal ? Literal(literal, piece.Segments) : Named(piece, plan));
        }

        EndSegment();
        var path = MaskedText.Concat(parts);
        return path.Parts.Count == 0 ? Root : path;
    }

    private MaskedText Literal(MaskedText escaped, string[] segments)
    {
        for (var i = 0; i < segments.Length; i++)
        {
            if (i > 0)
            {
                EndSegment();
            }

            segment += segments[i];
        }

        return escaped;
    }

    private MaskedText Named(PathPiece place, BuildPlan plan)
    {
        segmentParam = place.Name;
        if (place.Row < 0)
        {
            context.Problem("url", FindingCodes.NoSuchParam, $"The URL names {{{place.Name}}}, but there is no path param of that name. Add one, or mend the name.");
            return Placeholder(place);
        }

        var row = plan.Definition.Parameters[place.Row];
        var at = plan.ParameterPaths[place.Row];
        if (rows.Resolve(row, at) is not { } value)
        {
            context.Problem(at, FindingCodes.Required, $"The path param \"{row.Name}\" has no value, and a path cannot leave it out. Give it one.");
            return Placeholder(place);
        }

        var items = value.Items();
        segment += string.Join(',', items.Select(i => i.Reveal()));
        if (value.IsResolved && items.All(i => i.Reveal().Length == 0))
        {
            context.Problem(RowPath.Of(row, at), FindingCodes.NotAllowed, $"The path param \"{row.Name}\" is empty, which would call another address. Give it a value.");
        }

        return value.IsResolved ? Joined.Comma(items.Select(i => i.Escape(Escapes.Uri))) : value.Text;
    }

    /// <summary>A segment that becomes <c>.</c> or <c>..</c> by what stands in it would lead to another path.</summary>
    private void EndSegment()
    {
        if (segmentParam is { } param && segment is "." or "..")
        {
            context.Problem(
                $"inputs.{segmentParam}", FindingCodes.NotAllowed,
                $"The path param \"{segmentParam}\" makes a path segment \"{segment}\", which would call another address. Give it another value.");
        }

        segment = "";
        segmentParam = null;
    }

    private static MaskedText Placeholder(PathPiece place) =>
        new(new TextPart($"{{{place.Name}}}", TextPartKind.Unresolved));
}
