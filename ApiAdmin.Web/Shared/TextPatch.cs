using System.Globalization;

namespace ApiAdmin.Web.Shared;

/// <summary>The piece by which a text differs from another, as the browser's script reads it.</summary>
public static class TextPatch
{
    /// <summary><c>number:length before:start:end:text</c>, in UTF-16 units; the number makes each one differ from the last.</summary>
    public static string Write(int number, string before, string after)
    {
        var start = before.AsSpan().CommonPrefixLength(after);
        if (start > 0 && char.IsHighSurrogate(before[start - 1]))
        {
            start--;
        }

        var most = Math.Min(before.Length, after.Length) - start;
        var same = 0;
        while (same < most && before[^(same + 1)] == after[^(same + 1)])
        {
            same++;
        }

        // Half of a pair does not travel.
        if (same > 0 && char.IsLowSurrogate(before[^same]))
        {
            same--;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{number}:{before.Length}:{start}:{before.Length - same}:{after[start..^same]}");
    }
}
