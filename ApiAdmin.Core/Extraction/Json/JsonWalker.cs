using System.Numerics;
using System.Text.Json;
using ApiAdmin.Core.Extraction.JsonPath;

namespace ApiAdmin.Core.Extraction.Json;

/// <summary>
/// Follows a token stream and captures the values a <see cref="PathSet"/> names. Whatever no path can lead into is
/// skipped without a look. A path that is met twice (a duplicate member) keeps the last value.
/// </summary>
internal sealed class JsonWalker
{
    public const int DeepestJson = 64;

    private readonly PathSet paths;
    private readonly Capture[] captures;
    private readonly int[] matched;
    private readonly LastElements?[,] rings;

    /// <summary>By path and depth: how many values a list held when the container began.</summary>
    private readonly int[,] before;

    /// <summary>By path and depth of the object's members, for <c>[*]</c>.</summary>
    private readonly MemberValues?[,] members;
    private readonly WalkFrame[] frames = new WalkFrame[DeepestJson + 2];
    private readonly OpenCaptures open;
    private TextCounter counter;
    private int counted;
    private ulong named;
    private ulong ended;
    private bool isInside;

    public JsonWalker(PathSet paths)
    {
        this.paths = paths;
        captures = [.. paths.Paths.Select(p => new Capture(p.Room))];
        matched = new int[paths.Paths.Count];
        open = new OpenCaptures(paths.Paths.Count);
        rings = LastElements.For(paths.Paths);
        members = new MemberValues?[paths.Lists == 0 ? 0 : paths.Paths.Count, DeepestJson + 2];
        before = new int[paths.Lists == 0 ? 0 : paths.Paths.Count, DeepestJson + 2];
    }

    /// <summary>Depth of the container that is being passed over; -1 when none is.</summary>
    public int Skipping { get; private set; } = -1;

    /// <summary>Paths on which a member stood twice.</summary>
    public ulong Duplicates { get; private set; }

    /// <summary>
    /// Every path has found its value, whole; one that may match several, or counts from the end, has seen the end of where
    /// they are.
    /// </summary>
    public bool IsDecided => ((paths.Lists | paths.FromEnd) & ~ended) == 0 && open.IsEmpty && Array.TrueForAll(captures, c => c.IsFound);

    public Capture this[int path] => captures[path];

    /// <summary>How many steps of the path were found at most.</summary>
    public int Matched(int path) => matched[path];

    public void Start()
    {
        foreach (var capture in captures)
        {
            capture.Clear();
        }

        Array.Clear(matched);
        open.Clear();
        counter.Start();
        (Skipping, named, ended, Duplicates, counted, isInside) = (-1, 0, 0, 0, 0, false);
    }

    /// <summary>One token. <paramref name="buffer"/> is what the reader reads from.</summary>
    public void Take(ref Utf8JsonReader reader, ReadOnlySpan<byte> buffer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                Name(ref reader);
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                Begin(ref reader, buffer);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                End(ref reader, buffer);
                break;
            default:
                Scalar(ref reader, buffer);
                break;
        }
    }

    /// <summary>The buffer is about to go, all but what follows <paramref name="consumed"/>.</summary>
    public void Leave(ReadOnlySpan<byte> buffer, int consumed)
    {
        open.Leave(buffer, consumed);
        counter.Advance(buffer[counted..consumed]);
        counted = 0;
    }

    /// <summary>Forgets objects and arrays that were cut off. Which element <c>[-n]</c> means is then not known either.</summary>
    public void Settle()
    {
        if (!open.Abandon() && !isInside)
        {
            return;
        }

        for (var i = 0; i < captures.Length; i++)
        {
            if (paths.Paths[i].Path.Steps.Any(step => step is IndexStep { Index: < 0 }))
            {
                captures[i].Clear();
            }
        }
    }

    private void Name(ref Utf8JsonReader reader)
    {
        ref var frame = ref frames[reader.CurrentDepth];
        var names = paths.NamesAt(reader.CurrentDepth);
        named = 0;
        for (var live = frame.Live; live != 0; live &= live - 1)
        {
            var i = BitOperations.TrailingZeroCount(live);
            if (names[i] is { } wanted && MemberName.Is(ref reader, wanted))
            {
                named |= 1UL << i;
            }
        }

        Forget(named & frame.Seen, reader.CurrentDepth);
        Duplicates |= named & frame.Seen;
        frame.Seen |= named;
        var every = frame.Live & paths.EveryAt(reader.CurrentDepth);
        named |= every;
        if (every != 0)
        {
            Every(every, ref reader);
        }
    }

    private void Every(ulong every, ref Utf8JsonReader reader)
    {
        var key = MemberValues.KeyOf(ref reader);
        for (; every != 0; every &= every - 1)
        {
            var i = BitOperations.TrailingZeroCount(every);
            Duplicates |= members[i, reader.CurrentDepth]!.Next(key, captures[i]) ? 1UL << i : 0;
        }
    }

    /// <summary>Which paths lead to the value that begins here.</summary>
    private ulong Arriving(int depth)
    {
        if (depth == 0)
        {
            return paths.All;
        }

        ref var frame = ref frames[depth];
        if (!frame.IsArray)
        {
            return named;
        }

        frame.Index++;
        var indexes = paths.IndexesAt(depth);
        var found = frame.Live & (paths.FromEndAt(depth) | paths.EveryAt(depth));
        for (var slices = frame.Live & paths.SlicesAt(depth); slices != 0; slices &= slices - 1)
        {
            var i = BitOperations.TrailingZeroCount(slices);
            found |= paths.Slice(i, depth).Contains(frame.Index) ? 1UL << i : 0;
        }

        for (var live = frame.Live & ~found; live != 0; live &= live - 1)
        {
            var i = BitOperations.TrailingZeroCount(live);
            found |= indexes[i] == frame.Index ? 1UL << i : 0;
        }

        return found;
    }

    private void Scalar(ref Utf8JsonReader reader, ReadOnlySpan<byte> buffer)
    {
        var depth = reader.CurrentDepth;
        var arriving = Arriving(depth);
        if (arriving == 0)
        {
            return;
        }

        Reached(arriving, depth);
        for (var ending = arriving & paths.EndingAt(depth); ending != 0; ending &= ending - 1)
        {
            var capture = Opened(BitOperations.TrailingZeroCount(ending), ref reader, buffer);
            capture.Append(buffer[(int)reader.TokenStartIndex..(int)reader.BytesConsumed]);
        }

        ElementEnded(arriving, depth);
    }

    private void Begin(ref Utf8JsonReader reader, ReadOnlySpan<byte> buffer)
    {
        var depth = reader.CurrentDepth;
        var arriving = Arriving(depth);
        var ending = arriving & paths.EndingAt(depth);
        Reached(arriving, depth);
        for (var rest = ending; rest != 0; rest &= rest - 1)
        {
            open.Add(Opened(BitOperations.TrailingZeroCount(rest), ref reader, buffer), depth, (int)reader.TokenStartIndex);
        }

        var isArray = reader.TokenType == JsonTokenType.StartArray;
        isInside = true;
        var live = arriving & ~ending;
        frames[depth + 1] = new WalkFrame { Arrived = arriving, Live = live, IsArray = isArray, Index = -1 };
        Skipping = live == 0 ? depth : -1;
        for (var fromEnd = isArray ? live & paths.FromEndAt(depth + 1) : 0; fromEnd != 0; fromEnd &= fromEnd - 1)
        {
            rings[BitOperations.TrailingZeroCount(fromEnd), depth + 1]!.Clear();
        }

        for (var every = isArray ? 0 : live & paths.EveryAt(depth + 1); every != 0; every &= every - 1)
        {
            (members[BitOperations.TrailingZeroCount(every), depth + 1] ??= new MemberValues()).Clear();
        }

        for (var lists = live & paths.Lists; lists != 0; lists &= lists - 1)
        {
            var i = BitOperations.TrailingZeroCount(lists);
            before[i, depth + 1] = captures[i].Count;
        }
    }

    private void End(ref Utf8JsonReader reader, ReadOnlySpan<byte> buffer)
    {
        var depth = reader.CurrentDepth;
        ref var frame = ref frames[depth + 1];
        Skipping = -1;
        isInside = depth > 0;
        ended |= frame.Live & paths.FirstManyAt(depth + 1);
        for (var fromEnd = frame.IsArray ? frame.Live & paths.FromEndAt(depth + 1) : 0; fromEnd != 0; fromEnd &= fromEnd - 1)
        {
            var i = BitOperations.TrailingZeroCount(fromEnd);
            captures[i] = rings[i, depth + 1]!.Take(captures[i]);
        }

        open.Close(depth, buffer, (int)reader.BytesConsumed);
        ElementEnded(frame.Arrived, depth);
    }

    private Capture Opened(int path, ref Utf8JsonReader reader, ReadOnlySpan<byte> buffer)
    {
        var start = (int)reader.TokenStartIndex;
        counter.Advance(buffer[counted..start]);
        counted = start;
        captures[path].Begin(reader.TokenType, counter.Line, counter.Column);
        return captures[path];
    }

    private void ElementEnded(ulong arrived, int depth)
    {
        for (var fromEnd = arrived & paths.FromEndAt(depth); fromEnd != 0; fromEnd &= fromEnd - 1)
        {
            var i = BitOperations.TrailingZeroCount(fromEnd);
            captures[i] = rings[i, depth]!.Push(captures[i]);
        }
    }

    private void Reached(ulong arriving, int depth)
    {
        for (; arriving != 0; arriving &= arriving - 1)
        {
            ref var most = ref matched[BitOperations.TrailingZeroCount(arriving)];
            most = Math.Max(most, depth);
        }
    }

    private void Forget(ulong again, int depth)
    {
        for (; again != 0; again &= again - 1)
        {
            var i = BitOperations.TrailingZeroCount(again);
            captures[i].Truncate((paths.Lists >> i & 1) == 1 ? before[i, depth] : 0);
        }
    }
}
