using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction;
using ApiAdmin.Core.Extraction.JsonPath;

namespace ApiAdmin.Core.Invocation.Reading.Tree;

/// <summary>A value of a JSON body.</summary>
public sealed record JsonTreeNode : TreeNode
{
    /// <summary>Names and indexes only.</summary>
    public required SimplePath Place { get; init; }

    public override string Path => Place.ToString();

    public override string? EveryPath => OutputMaker.IsInArray(Place) ? OutputMaker.Every(Place).ToString() : null;

    public override OutputSource From => OutputSource.Json;

    public override bool IsValue => Place.Steps.Count > 0;

    public override bool IsBranch => Kind is TreeKind.Object or TreeKind.Array;

    public override OutputParam Output(IReadOnlySet<string> taken, bool every) => OutputMaker.Of(Place, JsonKind, Text, taken, every);

    private JsonValueKind JsonKind => Kind switch
    {
        TreeKind.Object => JsonValueKind.Object,
        TreeKind.Array => JsonValueKind.Array,
        TreeKind.Number => JsonValueKind.Number,
        TreeKind.True => JsonValueKind.True,
        TreeKind.False => JsonValueKind.False,
        TreeKind.Null => JsonValueKind.Null,
        _ => JsonValueKind.String,
    };
}
