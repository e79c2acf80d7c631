using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction.JsonPath;

namespace ApiAdmin.Core.Extraction.Json;

/// <summary>
/// For <c>[-n]</c>: what the last n elements of the array gave. Only when the array ends is it known which of them is meant.
/// </summary>
internal sealed class LastElements(int wanted, CaptureRoom room)
{
    private readonly Capture[] ring = [.. Enumerable.Range(0, wanted).Select(_ => new Capture(room))];
    private int count;

    /// <summary>One for each step that counts from the end, by path and depth.</summary>
    public static LastElements?[,] For(ValueList<StreamedPath> paths)
    {
        var all = new LastElements?[paths.Count, paths.Count == 0 ? 1 : paths.Max(p => p.Path.Steps.Count) + 1];
        for (var i = 0; i < paths.Count; i++)
        {
            for (var step = 0; step < paths[i].Path.Steps.Count; step++)
            {
                all[i, step + 1] = paths[i].Path.Steps[step] is IndexStep { Index: < 0 } index ? new LastElements((int)-index.Index, paths[i].Room) : null;
            }
        }

        return all;
    }

    public void Clear()
    {
        count = 0;
        foreach (var capture in ring)
        {
            capture.Clear();
        }
    }

    /// <summary>Keeps what the element gave and hands back an empty capture for the next one.</summary>
    public Capture Push(Capture element)
    {
        var place = count++ % ring.Length;
        var free = ring[place];
        ring[place] = element;
        free.Clear();
        return free;
    }

    /// <summary>The wanted element's capture in exchange for <paramref name="spare"/>; that one, empty, when there are too few elements.</summary>
    public Capture Take(Capture spare)
    {
        spare.Clear();
        if (count < ring.Length)
        {
            return spare;
        }

        var place = count % ring.Length;
        var wantedOne = ring[place];
        ring[place] = spare;
        return wantedOne;
    }
}
