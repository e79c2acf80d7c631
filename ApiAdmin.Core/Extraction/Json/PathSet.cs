using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction.JsonPath;

namespace ApiAdmin.Core.Extraction.Json;

/// <summary>
/// Up to 64 paths that are matched together in one pass: a set of paths is the bits of one number, so that a step
/// costs neither an allocation nor a look-up.
/// </summary>
internal sealed class PathSet
{
    public const int Most = 64;

    private const long NoIndex = long.MinValue;

    private readonly ulong[] ending;
    private readonly ulong[] fromEnd;
    private readonly byte[]?[][] names;
    private readonly long[][] indexes;
    private readonly ulong[] every;
    private readonly ulong[] sliced;
    private readonly ulong[] firstMany;
    private readonly SliceStep?[][] slices;

    public PathSet(ValueList<StreamedPath> paths)
    {
        Paths = paths;
        var levels = paths.Count == 0 ? 1 : paths.Max(p => p.Path.Steps.Count) + 1;
        ending = new ulong[levels];
        fromEnd = new ulong[levels];
        names = new byte[levels][][];
        indexes = new long[levels][];
        every = new ulong[levels];
        sliced = new ulong[levels];
        firstMany = new ulong[levels];
        slices = new SliceStep[levels][];
        for (var depth = 0; depth < levels; depth++)
        {
            names[depth] = new byte[paths.Count][];
            slices[depth] = new SliceStep[paths.Count];
            indexes[depth] = [.. Enumerable.Repeat(NoIndex, paths.Count)];
        }

        for (var i = 0; i < paths.Count; i++)
        {
            Add(paths[i].Path, i);
            Lists |= paths[i].Room.IsList ? 1UL << i : 0;
        }
    }

    public ValueList<StreamedPath> Paths { get; }

    public ulong All => Paths.Count == Most ? ulong.MaxValue : (1UL << Paths.Count) - 1;

    /// <summary>Paths that may match several values.</summary>
    public ulong Lists { get; }

    /// <summary>Paths that lead to one place, which is only known when an array has ended.</summary>
    public ulong FromEnd { get; private set; }

    /// <summary>Paths that end at this depth; the root has depth 0.</summary>
    public ulong EndingAt(int depth) => depth < ending.Length ? ending[depth] : 0;

    /// <summary>Paths whose step to this depth counts elements from the end.</summary>
    public ulong FromEndAt(int depth) => depth < fromEnd.Length ? fromEnd[depth] : 0;

    /// <summary>Paths that lead to this depth by every child.</summary>
    public ulong EveryAt(int depth) => depth < every.Length ? every[depth] : 0;

    /// <summary>Paths that lead to this depth by a slice.</summary>
    public ulong SlicesAt(int depth) => depth < sliced.Length ? sliced[depth] : 0;

    /// <summary>Paths whose first step that may lead to several places, or counts from the end, leads to this depth.</summary>
    public ulong FirstManyAt(int depth) => depth < firstMany.Length ? firstMany[depth] : 0;

    /// <summary>The slice of a path of <see cref="SlicesAt"/>.</summary>
    public SliceStep Slice(int path, int depth) => slices[depth][path]!;

    /// <summary>The member name, in UTF-8, that leads to this depth by path; null where a step is an index.</summary>
    public byte[]?[] NamesAt(int depth) => names[depth];

    /// <summary>The same for indexes; a name stands as a number no element has.</summary>
    public long[] IndexesAt(int depth) => indexes[depth];

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
                case EveryStep:
                    every[depth] |= 1UL << i;
                    break;
                case SliceStep slice:
                    sliced[depth] |= 1UL << i;
                    slices[depth][i] = slice;
                    break;
            }
        }

        if (!path.IsSingular)
        {
            firstMany[path.FirstMany + 1] |= 1UL << i;
        }
        else if (path.Steps.Index().FirstOrDefault(step => step.Item is IndexStep { Index: < 0 }) is { Item: not null } fromTheEnd)
        {
            firstMany[fromTheEnd.Index + 1] |= 1UL << i;
            FromEnd |= 1UL << i;
        }

        ending[path.Steps.Count] |= 1UL << i;
    }
}

/// <summary>A path that is followed in the stream, and how much of what it finds is kept.</summary>
internal sealed record StreamedPath(SimplePath Path, CaptureRoom Room);
