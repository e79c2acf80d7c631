using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Invocation.Reading.Tree;

/// <summary>One value of a body, as a tree shows it.</summary>
public abstract record TreeNode
{
    /// <summary>As an output that reads it has it.</summary>
    public abstract string Path { get; }

    /// <summary>The same of all its neighbours; null when it has none.</summary>
    public abstract string? EveryPath { get; }

    public abstract OutputSource From { get; }

    /// <summary>It is something an output can read.</summary>
    public abstract bool IsValue { get; }

    /// <summary>The member's or element's name; null for an element of an array and for the whole of JSON.</summary>
    public string? Name { get; init; }

    /// <summary>Among the values of what it is in, from 0.</summary>
    public required int Index { get; init; }

    public required TreeKind Kind { get; init; }

    /// <summary>Where in the body it begins: a number that is higher for what comes later.</summary>
    public required long Offset { get; init; }

    /// <summary>The beginning of a text, without its quotes, or what else stands there; empty for what only holds others.</summary>
    public string Text { get; init; } = "";

    /// <summary>How many values are in it.</summary>
    public int Count { get; init; }

    public abstract bool IsBranch { get; }

    /// <param name="taken">Names there are already; the new one is none of them.</param>
    /// <param name="every">All its neighbours with it.</param>
    public abstract OutputParam Output(IReadOnlySet<string> taken, bool every);
}

/// <summary>What a value is: of JSON the seven kinds there are, of XML three.</summary>
public enum TreeKind { Object, Array, String, Number, True, False, Null, Element, Attribute, Text }

/// <summary>A value with others in it that was looked through once: how many there are, and where each 256th of them stands.</summary>
/// <param name="IsBroken">The body stops being JSON inside of it.</param>
public sealed record TreeBranch(TreeNode Node, int Count, IReadOnlyList<long> Marks, bool IsBroken)
{
    /// <summary>From one mark to the next.</summary>
    internal const int Stride = 256;
}
