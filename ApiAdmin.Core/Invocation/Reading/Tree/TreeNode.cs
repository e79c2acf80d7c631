using System.Text.Json;
using ApiAdmin.Core.Extraction.JsonPath;

namespace ApiAdmin.Core.Invocation.Reading.Tree;

/// <summary>One value of a JSON body, as a tree shows it.</summary>
public sealed record TreeNode
{
    /// <summary>Names and indexes only.</summary>
    public required SimplePath Path { get; init; }

    /// <summary>The member's name; null for an element and for the whole.</summary>
    public string? Name { get; init; }

    /// <summary>Among the values of what it is in, from 0.</summary>
    public required int Index { get; init; }

    public required JsonValueKind Kind { get; init; }

    /// <summary>The byte of the body at which the value begins.</summary>
    public required long Offset { get; init; }

    /// <summary>The beginning of a text, without its quotes, or what else stands there; empty for objects and arrays.</summary>
    public string Text { get; init; } = "";

    /// <summary>How many values an object or array has.</summary>
    public int Count { get; init; }

    public bool IsBranch => Kind is JsonValueKind.Object or JsonValueKind.Array;
}

/// <summary>An object or array that was looked through once: how many values it has, and where each 256th of them stands.</summary>
/// <param name="IsBroken">The body stops being JSON inside of it.</param>
public sealed record TreeBranch(TreeNode Node, int Count, IReadOnlyList<long> Marks, bool IsBroken)
{
    /// <summary>From one mark to the next.</summary>
    internal const int Stride = 256;
}
