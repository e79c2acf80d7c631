using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Reading;

namespace ApiAdmin.Core.Extraction.JsonPath;

/// <summary>Reads a query from left to right (the grammar of RFC 9535, appendix A) and stops at the first error.</summary>
internal sealed class QueryParser
{
    private readonly PathCursor cursor;
    private readonly FilterParser filters;

    private QueryParser(string text)
    {
        cursor = new PathCursor(text);
        filters = new FilterParser(cursor, this);
    }

    /// <summary>A filter asks for the root, so the whole document has to be there.</summary>
    public bool LooksAtRoot { get; set; }

    public static PathParse Parse(string text)
    {
        var parser = new QueryParser(text);
        var segments = parser.Whole();
        return parser.cursor.Error is { } error ? new(null, error) : new(new JsonPathQuery(segments, parser.LooksAtRoot), null);
    }

    private ValueList<PathSegment> Whole()
    {
        if (cursor.Text.Length > JsonPathLimits.LongestQuery)
        {
            cursor.FailAt(JsonPathLimits.LongestQuery, $"the path is longer than {JsonPathLimits.LongestQuery} characters.");
        }
        else if (LoneSurrogate.IndexIn(cursor.Text) is >= 0 and var broken)
        {
            cursor.FailAt(broken, "this is half of a character. Type it again.");
        }
        else if (cursor.Current != '$')
        {
            cursor.Fail(cursor.Text.Length == 0
                ? "the path is empty. Write $ for the whole body or a path such as $.item.name."
                : $"expected $ at the beginning. Write {Begun(cursor.Text)} instead.");
        }

        if (cursor.Failed)
        {
            return [];
        }

        cursor.At = 1;
        var segments = Segments();
        if (!cursor.AtEnd)
        {
            cursor.Fail($"{Quoted.Text(cursor.Shown())} cannot stand here. After {cursor.Text[..cursor.At]} write .name, ['name'] or [0].");
        }

        return segments;
    }

    private static string Begun(string text)
    {
        var trimmed = text.Trim();
        return Quoted.Text(trimmed.StartsWith('$') ? trimmed : trimmed.StartsWith('[') ? "$" + trimmed : "$." + trimmed.TrimStart('.', '@')).Trim('"');
    }

    /// <summary>The segments behind <c>$</c> or <c>@</c>. White space may stand before a segment, not at the end.</summary>
    public ValueList<PathSegment> Segments()
    {
        var segments = new List<PathSegment>();
        while (!cursor.Failed)
        {
            var before = cursor.At;
            cursor.SkipSpace();
            if (cursor.Current is not ('.' or '['))
            {
                cursor.At = before;
                break;
            }

            segments.Add(Segment());
        }

        return [.. segments];
    }

    private PathSegment Segment()
    {
        if (cursor.Current == '[')
        {
            return new PathSegment(false, Bracketed());
        }

        var descends = cursor.Next == '.';
        cursor.At += descends ? 2 : 1;
        if (descends && cursor.Current == '[')
        {
            return new PathSegment(true, Bracketed());
        }

        if (cursor.Take("*"))
        {
            return new PathSegment(descends, [EveryStep.Instance]);
        }

        return new PathSegment(descends, [new NameStep(cursor.ShortName() ?? "")]);
    }

    private ValueList<PathStep> Bracketed()
    {
        var steps = new List<PathStep>();
        cursor.Enter();
        do
        {
            cursor.At++;
            cursor.SkipSpace();
            steps.Add(Step());
            cursor.SkipSpace();
        }
        while (!cursor.Failed && cursor.Current == ',');
        cursor.Expect(']', "The bracket is not closed.");
        cursor.Leave();
        return [.. steps];
    }

    private PathStep Step()
    {
        switch (cursor.Current)
        {
            case '\'' or '"':
                return new NameStep(QuotedText.Read(cursor) ?? "");
            case '*':
                cursor.At++;
                return EveryStep.Instance;
            case '?':
                return filters.Filter();
            case '-' or ':' or >= '0' and <= '9':
                return IndexOrSlice();
            default:
                cursor.Fail("there is no index or quoted name in the brackets. Write [0] for an element or ['name'] for a member.");
                return EveryStep.Instance;
        }
    }

    private PathStep IndexOrSlice()
    {
        var start = cursor.Integer();
        var behind = cursor.At;
        cursor.SkipSpace();
        if (cursor.Current == ':' && !cursor.Failed)
        {
            return Slice(start);
        }

        cursor.At = behind;
        return new IndexStep(start ?? 0);
    }

    private SliceStep Slice(long? start)
    {
        cursor.At++;
        cursor.SkipSpace();
        var end = cursor.Integer();
        cursor.SkipSpace();
        if (cursor.Current != ':')
        {
            return new SliceStep(start, end, 1);
        }

        cursor.At++;
        cursor.SkipSpace();
        return new SliceStep(start, end, cursor.Integer() ?? 1);
    }
}
