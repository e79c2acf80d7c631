using System.Text;

namespace ApiAdmin.Core.Invocation.Reading;

/// <param name="Offset">Of its first byte in the body.</param>
/// <param name="Length">In bytes.</param>
public sealed record BodyMatch(long Offset, int Length);

/// <param name="More">There are more than are listed.</param>
public sealed record BodyMatches(IReadOnlyList<BodyMatch> Items, bool More);

/// <summary>
/// Finds a text in a body by its bytes, in constant memory. ASCII letters match in either case where the charset lets
/// them be told; a character beyond ASCII is found as itself and as the <c>\uXXXX</c> that JSON may have in its place.
/// </summary>
public static class BodySearch
{
    public const int MostMatches = 1_000;
    public const int LongestText = 200;

    private const int ChunkLength = 64 * 1024;

    public static async Task<BodyMatches> FindAsync(BodyContent body, string text, CancellationToken cancellationToken)
    {
        var needles = Needles(body, text[..Math.Min(text.Length, LongestText)]);
        var found = new List<BodyMatch>();
        if (needles.Length == 0)
        {
            return new BodyMatches(found, More: false);
        }

        var longest = needles.Max(needle => needle.Length);
        var buffer = new byte[ChunkLength + longest];
        var (start, held, next) = (0L, 0, 0L);
        while (true)
        {
            var read = await body.Stream.ReadAtLeastAsync(buffer.AsMemory(held), ChunkLength, throwOnEndOfStream: false, cancellationToken);
            var (length, last) = (held + read, read < ChunkLength);

            // A match that could reach into the next chunk is looked for there, so that it is found once and whole.
            var end = last ? length : length - longest + 1;
            next = Collect(buffer.AsSpan(0, length), end, start, next, needles, body.IsUtf8, found);
            if (last || found.Count > MostMatches)
            {
                return new BodyMatches(found.Count > MostMatches ? found[..MostMatches] : found, found.Count > MostMatches);
            }

            held = length - end;
            buffer.AsSpan(end, held).CopyTo(buffer);
            start += end;
        }
    }

    /// <returns>Where the next match may begin: matches do not overlap.</returns>
    private static long Collect(ReadOnlySpan<byte> chunk, int end, long start, long next, byte[][] needles, bool anyCase, List<BodyMatch> found)
    {
        var firsts = needles.SelectMany(n => anyCase ? new[] { Lower(n[0]), Upper(n[0]) } : [n[0]]).Distinct().ToArray();
        var at = (int)Math.Clamp(next - start, 0, end);
        while (at < end && found.Count <= MostMatches && chunk[at..end].IndexOfAny(firsts) is >= 0 and var skip)
        {
            at += skip;
            var length = 0;
            foreach (var needle in needles)
            {
                length = Math.Max(length, IsAt(chunk[at..], needle, anyCase) ? needle.Length : 0);
            }

            if (length > 0)
            {
                found.Add(new BodyMatch(start + at, length));
            }

            at += Math.Max(1, length);
        }

        return found.Count > 0 ? found[^1].Offset + found[^1].Length : 0;
    }

    private static byte[][] Needles(BodyContent body, string text)
    {
        var plain = body.Encoding.GetBytes(text);
        var escaped = string.Concat(text.Select(c => char.IsAscii(c) ? c.ToString() : $@"\u{(int)c:x4}"));
        return plain.Length == 0 ? [] : body.IsUtf8 && escaped != text ? [plain, Encoding.ASCII.GetBytes(escaped)] : [plain];
    }

    private static bool IsAt(ReadOnlySpan<byte> bytes, byte[] needle, bool anyCase)
    {
        if (bytes.Length < needle.Length)
        {
            return false;
        }

        for (var i = 0; i < needle.Length; i++)
        {
            if (bytes[i] != needle[i] && !(anyCase && Lower(bytes[i]) == Lower(needle[i])))
            {
                return false;
            }
        }

        return true;
    }

    private static byte Lower(byte b) => b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b;

    private static byte Upper(byte b) => b is >= (byte)'a' and <= (byte)'z' ? (byte)(b & ~0x20) : b;
}
