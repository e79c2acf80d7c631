using System.Runtime.InteropServices;
using System.Text.Json;

namespace ApiAdmin.Core.Extraction.Json;

/// <summary>
/// What one path has found so far: raw JSON text, where it stands, or that it is too large to keep. A path that may match
/// several values keeps them one behind the other.
/// </summary>
internal sealed class Capture(CaptureRoom room)
{
    private const int KeptBetweenRuns = 4 * 1024;

    private readonly List<Part>? parts = room.IsList ? [] : null;
    private byte[] bytes = new byte[64];
    private int length;

    public JsonTokenType Kind { get; private set; }

    public bool IsFound => Kind != JsonTokenType.None;

    public bool IsTooLarge { get; private set; }

    /// <summary>There were more values than are kept.</summary>
    public bool HasTooMany { get; private set; }

    public int Line { get; private set; }

    public int Column { get; private set; }

    /// <summary>Of a single value.</summary>
    public ReadOnlySpan<byte> Raw => bytes.AsSpan(0, length);

    /// <summary>All bytes that were kept, as memory for a reader that holds on to it.</summary>
    public ReadOnlyMemory<byte> Memory => bytes.AsMemory(0, length);

    public int Count => parts?.Count ?? (IsFound ? 1 : 0);

    /// <summary>The value of this number with its bytes within <see cref="Memory"/>.</summary>
    public Part this[int index] => parts is null
        ? new Part(Kind, Line, Column, 0, length)
        : parts[index] with { Length = (index + 1 < parts.Count ? parts[index + 1].Start : length) - parts[index].Start };

    public void Begin(JsonTokenType kind, int line, int column)
    {
        if (parts is null)
        {
            (Kind, Line, Column, IsTooLarge, length) = (kind, line, column, false, 0);
            return;
        }

        if (parts.Count == 0)
        {
            (Kind, Line, Column) = (kind, line, column);
        }

        HasTooMany |= parts.Count == JsonPath.JsonPathLimits.MostMatches;
        if (!HasTooMany)
        {
            parts.Add(new Part(kind, line, column, length, 0));
        }
    }

    public void Append(ReadOnlySpan<byte> text)
    {
        if (IsTooLarge || HasTooMany)
        {
            return;
        }

        if (length + text.Length > room.Largest)
        {
            IsTooLarge = true;
            length = 0;
            return;
        }

        if (length + text.Length > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(length + text.Length, bytes.Length * 2));
        }

        text.CopyTo(bytes.AsSpan(length));
        length += text.Length;
    }

    /// <summary>Forgets all but the first values of a list.</summary>
    public void Truncate(int count)
    {
        if (count == 0 || parts is null)
        {
            Clear();
        }
        else if (count < parts.Count)
        {
            length = parts[count].Start;
            parts.RemoveRange(count, parts.Count - count);
        }
    }

    /// <summary>Forgets some values of a list; those behind them move up.</summary>
    public void Remove(int from, int to)
    {
        if (parts is null || IsTooLarge || from >= to)
        {
            return;
        }

        var (start, end) = (parts[from].Start, to < parts.Count ? parts[to].Start : length);
        bytes.AsSpan(end, length - end).CopyTo(bytes.AsSpan(start));
        length -= end - start;
        parts.RemoveRange(from, to - from);
        for (var i = from; i < parts.Count; i++)
        {
            parts[i] = parts[i] with { Start = parts[i].Start - (end - start) };
        }

        (Kind, Line, Column) = parts.Count == 0 ? (JsonTokenType.None, 0, 0) : (parts[0].Kind, parts[0].Line, parts[0].Column);
    }

    /// <summary>Forgets the value that is still being read.</summary>
    public void Abandon() => Truncate(parts is null ? 0 : parts.Count - 1);

    /// <summary>Forgets what was found; keeps only a small buffer for the next run.</summary>
    public void Clear()
    {
        (Kind, Line, Column, IsTooLarge, HasTooMany, length) = (JsonTokenType.None, 0, 0, false, false, 0);
        parts?.Clear();
        if (bytes.Length > KeptBetweenRuns)
        {
            bytes = new byte[64];
        }
    }

    /// <summary>One value: where it stands in the body and in the capture.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Part(JsonTokenType Kind, int Line, int Column, int Start, int Length);
}

/// <summary>How much a path's capture may keep.</summary>
/// <param name="IsList">The path may match several values.</param>
/// <param name="Largest">In bytes, of all its values together.</param>
internal readonly record struct CaptureRoom(bool IsList, int Largest)
{
    /// <summary>What an output can be.</summary>
    public const int OfValue = 1024 * 1024;

    /// <summary>What a filter or <c>..</c> may look through; it is held in memory.</summary>
    public const int OfTree = 16 * 1024 * 1024;
}
