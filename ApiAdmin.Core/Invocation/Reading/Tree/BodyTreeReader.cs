using System.Text;
using System.Text.Json;
using ApiAdmin.Core.Extraction.JsonPath;

namespace ApiAdmin.Core.Invocation.Reading.Tree;

/// <summary>
/// Reads a JSON body as a tree, only as much of it as is looked at. Nothing is kept but where things stand: each question goes through
/// the part of the body that it is about, in constant memory.
/// </summary>
public sealed class BodyTreeReader(Stream utf8) : IBodyTree
{
    /// <summary>A path of several steps needs the body whole in memory.</summary>
    public const int LargestForPaths = 16 * 1024 * 1024;

    /// <summary>A charset other than UTF-8 has to be read whole to be walked in.</summary>
    private const int LargestOther = 16 * 1024 * 1024;

    /// <returns>Null when the body is too large in a charset other than UTF-8.</returns>
    public static async Task<BodyTreeReader?> OfAsync(BodyContent body, CancellationToken cancellationToken)
    {
        if (body.IsUtf8)
        {
            return new BodyTreeReader(body.Stream);
        }

        if (body.Stream.Length > LargestOther)
        {
            return null;
        }

        body.Stream.Position = 0;
        var copy = new MemoryStream();
        await using var transcoding = Encoding.CreateTranscodingStream(body.Stream, body.Encoding, Encoding.UTF8, leaveOpen: true);
        await transcoding.CopyToAsync(copy, cancellationToken);
        return new BodyTreeReader(copy);
    }

    public async Task<TreeNode?> RootAsync(CancellationToken cancellationToken)
    {
        var first = new FirstValue();
        return await first.FindAsync(utf8, cancellationToken);
    }

    public Task<TreeBranch> OpenAsync(TreeNode node, CancellationToken cancellationToken) =>
        new ChildWalk((JsonTreeNode)node, int.MaxValue, 0).CountAsync(utf8, cancellationToken);

    public async Task<IReadOnlyList<TreeNode>> ChildrenAsync(TreeBranch branch, int from, int count, CancellationToken cancellationToken)
    {
        if (count <= 0 || from >= branch.Count)
        {
            return [];
        }

        var walk = new ChildWalk((JsonTreeNode)branch.Node, from, Math.Min(count, branch.Count - from));
        await walk.ReadAsync(utf8, branch, cancellationToken);
        return walk.Found;
    }

    /// <summary>Of a list, what its first element has.</summary>
    public async Task<IReadOnlyList<TreeNode>> TopLevelAsync(int most, CancellationToken cancellationToken)
    {
        var whole = await RootAsync(cancellationToken);
        if (whole is { Kind: TreeKind.Array } && await ChildrenAsync(await OpenAsync(whole, cancellationToken), 0, 1, cancellationToken) is [{ Kind: TreeKind.Object } first, ..])
        {
            whole = first;
        }

        return whole is { IsBranch: true } ? await ChildrenAsync(await OpenAsync(whole, cancellationToken), 0, most, cancellationToken) : [];
    }

    /// <returns>Null also for a path that may lead to several.</returns>
    public Task<int[]?> WayAsync(string path, CancellationToken cancellationToken) => JsonPathQuery.Parse(path).Path is { IsSingular: true, Rest.Count: 0 } single
        ? new PathWalk(single.Streamed).FindAsync(utf8, cancellationToken)
        : Task.FromResult<int[]?>(null);

    public async Task<int[]?> WayAsync(int line, int column, CancellationToken cancellationToken) =>
        await new OffsetWalk(await TextPlace.OffsetAsync(utf8, line, column, cancellationToken)).FindAsync(utf8, cancellationToken);

    public Task<IReadOnlyList<int[]>> FindAsync(string text, CancellationToken cancellationToken) => new TextWalk(text, IBodyTree.MostHits).FindAsync(utf8, cancellationToken);

    public bool IsPath(string text) => text.StartsWith('$');

    public Task<PathHits> TryAsync(string path, CancellationToken cancellationToken)
    {
        var parsed = JsonPathQuery.Parse(path.TrimEnd());
        return parsed.Path is { } query ? FindAsync(query, cancellationToken) : Task.FromResult(PathHits.Failed(parsed.Error!.Message));
    }

    private async Task<PathHits> FindAsync(JsonPathQuery query, CancellationToken cancellationToken)
    {
        if (utf8.Length > LargestForPaths)
        {
            return PathHits.Failed("The body is larger than the 16 MiB in which paths can be tried here. Run the API to see what an output of this path gives.");
        }

        utf8.Position = 0;
        try
        {
            using var document = await JsonDocument.ParseAsync(utf8, cancellationToken: cancellationToken);
            var result = query.Select(document.RootElement, withPlaces: true);
            return new PathHits([.. result.Matches.Take(IBodyTree.MostHits).Select(match => match.Place!.ToPath().ToString())], result.Matches.Count, result.Problem);
        }
        catch (JsonException)
        {
            return PathHits.Failed("The body is no JSON to its end, so no path can be tried on it. Look at it under Raw.");
        }
    }

    public async Task<(string Text, bool IsCut)> ValueAsync(TreeNode node, CancellationToken cancellationToken)
    {
        utf8.Position = node.Offset;
        var buffer = new byte[(int)Math.Min(IBodyTree.LongestValue, utf8.Length - node.Offset)];
        var bytes = buffer.AsMemory(0, await utf8.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken));
        return ValueIn(bytes.Span, utf8.Position == utf8.Length);
    }

    private static (string Text, bool IsCut) ValueIn(ReadOnlySpan<byte> bytes, bool isLast)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes, isLast, default);
            if (reader.Read() && reader.TrySkip())
            {
                return (reader.TokenType == JsonTokenType.String ? TokenText.Of(ref reader) : Encoding.UTF8.GetString(bytes[..(int)reader.BytesConsumed]), false);
            }
        }
        catch (JsonException)
        {
            // Told as far as it goes.
        }

        return (Encoding.UTF8.GetString(bytes).TrimEnd('\ufffd'), true);
    }

    private sealed class FirstValue : TokenWalk
    {
        private JsonTreeNode? root;

        public async Task<TreeNode?> FindAsync(Stream utf8, CancellationToken cancellationToken)
        {
            await WalkAsync(utf8, 0, 0, cancellationToken);
            return root;
        }

        protected override void See(ref Utf8JsonReader reader, long start)
        {
            root = new JsonTreeNode
            {
                Place = SimplePath.Root, Index = 0, Kind = ChildWalk.KindOf(reader.TokenType), Offset = start + reader.TokenStartIndex,
                Text = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? "" : TokenText.Beginning(ref reader, 200),
            };
            IsDone = true;
        }
    }
}
