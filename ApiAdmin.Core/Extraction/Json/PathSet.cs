using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Extraction.Json;

/// <summary>
/// Up to 64 paths that are matched together in one pass: a set of paths is the bits of one number, so that a step
/// costs neither an allocation nor a look-up.
/// </summary>
internal sealed class PathSet
{
    public const int Most = 64;

    private const int NoIndex = int.MinValue;

    private readonly ulong[] ending;
    private readonly ulong[] fromEnd;
    private readonly byte[]?[][] names;
    private readonly int[][] indexes;

    public PathSet(ValueList<SimplePath> paths)
    {
        Paths = paths;
        var levels = paths.Count == 0 ? 1 : paths.Max(p => p.Steps.Count) + 1;
        ending = new ulong[levels];
        fromEnd = new ulong[levels];
        names = new byte[levels][][];
        indexes = new int[levels][];
        for (var depth = 0; depth < levels; depth++)
        {
            names[depth] = new byte[paths.Count][];
            indexes[depth] = [.. Enumerable.Repeat(NoIndex, paths.Count)];
        }

        for (var i = 0; i < paths.Count; i++)
        {
            Add(paths[i], i);
        }
    }

    public ValueList<SimplePath> Paths { get; }

    public ulong All => Paths.Count == Most ? ulong.MaxValue : (1UL << Paths.Count) - 1;

    /// <summary>Paths that end at this depth; the root has depth 0.</summary>
    public ulong EndingAt(int depth) => depth < ending.Length ? ending[depth] : 0;

    /// <summary>Paths whose step to this depth counts elements from the end.</summary>
    public ulong FromEndAt(int depth) => depth < fromEnd.Length ? fromEnd[depth] : 0;

    /// <summary>The member name, in UTF-8, that leads to this depth by path; null where a step is an index.</summary>
    public byte[]?[] NamesAt(int depth) => names[depth];

    /// <summary>The same for indexes; a name stands as a number no element has.</summary>
    public int[] IndexesAt(int depth) => indexes[depth];

    private void Add(SimplePath path, int i)
    {
        for (var depth = 1; depth <= path.Steps.Count; depth++)
        {
            switch (path.Steps[depth - 1])
            {
                case NameStep name:
                    names[depth][i] = name.Utf8;
                    break;
                case IndexStep index:
                    indexes[depth][i] = index.Index;
                    fromEnd[depth] |= index.Index < 0 ? 1UL << i : 0;
                    break;
            }
        }

        ending[path.Steps.Count] |= 1UL << i;
    }
}
