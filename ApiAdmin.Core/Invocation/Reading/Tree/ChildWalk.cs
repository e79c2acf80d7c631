using System.Text.Json;
using ApiAdmin.Core.Extraction.JsonPath;

namespace ApiAdmin.Core.Invocation.Reading.Tree;

/// <summary>Looks through the values of one object or array; what lies deeper is counted one level down and else passed over.</summary>
internal sealed class ChildWalk(JsonTreeNode parent, int from, int count) : TokenWalk
{
    private const int LongestText = 200;

    private readonly List<long> marks = [];
    private readonly List<TreeNode> found = [];
    private JsonTreeNode? open;
    private string? name;
    private long nameAt = -1;
    private int index;
    private int inside;

    public IReadOnlyList<TreeNode> Found => found;

    /// <summary>How many values it has, and where to go on from.</summary>
    public async Task<TreeBranch> CountAsync(Stream utf8, CancellationToken cancellationToken)
    {
        await WalkAsync(utf8, parent.Offset, 0, cancellationToken);
        return new TreeBranch(parent, index, marks, IsBroken);
    }

    /// <summary>Reads from the nearest mark before what is wanted.</summary>
    public Task ReadAsync(Stream utf8, TreeBranch branch, CancellationToken cancellationToken)
    {
        var mark = from / TreeBranch.Stride;
        index = mark * TreeBranch.Stride;
        return WalkAsync(utf8, branch.Marks[mark], parent.Kind == TreeKind.Object ? (byte)'{' : (byte)'[', cancellationToken);
    }

    protected override void See(ref Utf8JsonReader reader, long start)
    {
        switch (reader.CurrentDepth, reader.TokenType)
        {
            case (0, JsonTokenType.EndObject or JsonTokenType.EndArray):
                IsDone = true;
                break;
            case (1, JsonTokenType.PropertyName):
                nameAt = start + reader.TokenStartIndex;
                name = IsWanted ? TokenText.Of(ref reader) : null;
                break;
            case (1, JsonTokenType.EndObject or JsonTokenType.EndArray):
                Close();
                break;
            case (1, _):
                Open(ref reader, start + reader.TokenStartIndex);
                break;
            case (2, not (JsonTokenType.PropertyName or JsonTokenType.EndObject or JsonTokenType.EndArray)):
                inside++;
                break;
        }
    }

    private bool IsWanted => index >= from && found.Count < count;

    private void Open(ref Utf8JsonReader reader, long at)
    {
        if (index % TreeBranch.Stride == 0)
        {
            marks.Add(parent.Kind == TreeKind.Object ? nameAt : at);
        }

        var isBranch = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
        inside = 0;
        if (IsWanted)
        {
            open = new JsonTreeNode
            {
                Place = new SimplePath([.. parent.Place.Steps, name is null ? new IndexStep(index) : new NameStep(name)]),
                Name = name, Index = index, Kind = KindOf(reader.TokenType), Offset = at,
                Text = isBranch ? "" : TokenText.Beginning(ref reader, LongestText),
            };
        }

        if (!isBranch)
        {
            Close();
        }
    }

    private void Close()
    {
        if (open is not null)
        {
            found.Add(open with { Count = inside });
        }

        (open, name) = (null, null);
        index++;
        IsDone = count > 0 && found.Count == count;
    }

    internal static TreeKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => TreeKind.Object,
        JsonTokenType.StartArray => TreeKind.Array,
        JsonTokenType.String => TreeKind.String,
        JsonTokenType.Number => TreeKind.Number,
        JsonTokenType.True => TreeKind.True,
        JsonTokenType.False => TreeKind.False,
        _ => TreeKind.Null,
    };
}
