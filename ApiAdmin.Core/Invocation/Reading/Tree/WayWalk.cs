using System.Text.Json;
using ApiAdmin.Core.Extraction.JsonPath;

namespace ApiAdmin.Core.Invocation.Reading.Tree;

/// <summary>
/// Looks for values anywhere in a body and tells the way to them: the index of each value on it within what it is in, from the whole
/// down. The empty way is the whole.
/// </summary>
internal abstract class WayWalk : TokenWalk
{
    private readonly List<Level> levels = [];

    protected int Depth => levels.Count;

    protected abstract void Look(ref Utf8JsonReader reader, long at, string? name);

    protected int[] Way() => [.. levels.Select(level => level.Index)];

    protected bool LeadsTo(SimplePath path)
    {
        if (levels.Count != path.Steps.Count)
        {
            return false;
        }

        for (var i = levels.Count - 1; i >= 0; i--)
        {
            var leads = path.Steps[i] switch
            {
                NameStep step => levels[i].Name == step.Name,
                IndexStep step => levels[i].Name is null && levels[i].Index == step.Index,
                _ => false,
            };
            if (!leads)
            {
                return false;
            }
        }

        return true;
    }

    protected override void See(ref Utf8JsonReader reader, long start)
    {
        var top = levels.Count == 0 ? null : levels[^1];
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                top!.Index++;
                top.Name = TokenText.Of(ref reader);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                levels.RemoveAt(levels.Count - 1);
                break;
            default:
                if (top is { IsArray: true })
                {
                    top.Index++;
                }

                Look(ref reader, start + reader.TokenStartIndex, top?.Name);
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    levels.Add(new Level(reader.TokenType == JsonTokenType.StartArray));
                }

                break;
        }
    }

    private sealed class Level(bool isArray)
    {
        public bool IsArray { get; } = isArray;

        public int Index { get; set; } = -1;

        public string? Name { get; set; }
    }
}

/// <summary>The value at a path; of members of one name the last.</summary>
internal sealed class PathWalk(SimplePath path) : WayWalk
{
    private int[]? way;

    public async Task<int[]?> FindAsync(Stream utf8, CancellationToken cancellationToken)
    {
        await WalkAsync(utf8, 0, 0, cancellationToken);
        return way;
    }

    protected override void Look(ref Utf8JsonReader reader, long at, string? name) => way = LeadsTo(path) ? Way() : way;
}

/// <summary>The value that a byte of the body is in, the deepest of them.</summary>
internal sealed class OffsetWalk(long offset) : WayWalk
{
    private int[]? way;

    public async Task<int[]?> FindAsync(Stream utf8, CancellationToken cancellationToken)
    {
        await WalkAsync(utf8, 0, 0, cancellationToken);
        return way;
    }

    protected override void Look(ref Utf8JsonReader reader, long at, string? name)
    {
        IsDone = at > offset;
        way = IsDone ? way : Way();
    }
}

/// <summary>Values whose name or text has something in it, capitals or not.</summary>
internal sealed class TextWalk(string text, int most) : WayWalk
{
    private readonly List<int[]> ways = [];

    public async Task<IReadOnlyList<int[]>> FindAsync(Stream utf8, CancellationToken cancellationToken)
    {
        await WalkAsync(utf8, 0, 0, cancellationToken);
        return ways;
    }

    protected override void Look(ref Utf8JsonReader reader, long at, string? name)
    {
        var isText = reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray);
        if ((name is not null && Has(name)) || (isText && Has(TokenText.Of(ref reader))))
        {
            ways.Add(Way());
            IsDone = ways.Count > most;
        }
    }

    private bool Has(string within) => within.Contains(text, StringComparison.OrdinalIgnoreCase);
}
