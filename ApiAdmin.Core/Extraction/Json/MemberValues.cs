using System.Buffers;
using System.Text.Json;

namespace ApiAdmin.Core.Extraction.Json;

/// <summary>
/// For <c>[*]</c> over an object: which values of a path's list each member gave, so that of a member that stands twice
/// only those of the last one stay. Only members that gave something are remembered, by a hash of 64 bits of their name
/// that is another one in each run of the program.
/// </summary>
internal sealed class MemberValues
{
    private readonly Dictionary<(int, int), (int From, int To)> given = [];
    private (int, int) member;
    private int from;
    private bool isOpen;

    public static (int, int) KeyOf(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return KeyOf(reader.ValueSpan);
        }

        var unescaped = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            return KeyOf(unescaped.AsSpan(0, reader.CopyString(unescaped)));
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: only the very same spelling is the same name.
            return KeyOf(reader.ValueSpan);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(unescaped);
        }
    }

    public void Clear()
    {
        given.Clear();
        isOpen = false;
    }

    /// <summary>The next member of the object begins.</summary>
    /// <returns>Whether it stood before and gave something; that is forgotten.</returns>
    public bool Next((int, int) name, Capture list)
    {
        if (isOpen && list.Count > from)
        {
            given[member] = (from, list.Count);
        }

        var again = given.Remove(name, out var earlier);
        if (again)
        {
            list.Remove(earlier.From, earlier.To);
            MoveUp(earlier);
        }

        (member, from, isOpen) = (name, list.Count, true);
        return again;
    }

    private void MoveUp((int From, int To) gone)
    {
        foreach (var key in given.Keys.ToArray())
        {
            var (start, end) = given[key];
            if (start >= gone.To)
            {
                given[key] = (start - (gone.To - gone.From), end - (gone.To - gone.From));
            }
        }
    }

    private static (int One, int Other) KeyOf(ReadOnlySpan<byte> name)
    {
        var (one, other) = (new HashCode(), new HashCode());
        other.Add(1);
        one.AddBytes(name);
        other.AddBytes(name);
        return (one.ToHashCode(), other.ToHashCode());
    }
}
