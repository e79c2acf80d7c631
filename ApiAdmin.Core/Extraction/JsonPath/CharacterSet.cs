using System.Globalization;
using System.Text;

namespace ApiAdmin.Core.Extraction.JsonPath;

/// <summary>A set of Unicode characters (code points without surrogates) as sorted ranges.</summary>
internal sealed class CharacterSet
{
    private const int Last = 0x10ffff;
    private const int LastOfPlane = 0xffff;

    private readonly (int From, int To)[] ranges;

    private CharacterSet((int From, int To)[] ranges) => this.ranges = ranges;

    /// <summary>What <c>.</c> stands for: all but line ends.</summary>
    public static CharacterSet OfLine { get; } = Union([Of('\n'), Of('\r')]).Complement();

    /// <summary>The character, when there is just one.</summary>
    public int? Single => ranges is [var (from, to)] && from == to ? from : null;

    public static CharacterSet Of(int from, int? to = null) => new([(from, to ?? from)]);

    public static CharacterSet Of(IEnumerable<(int From, int To)> ranges) => new([.. ranges]);

    /// <summary>By its one or two letters (RFC 9485: IsCategory); null for any other.</summary>
    public static CharacterSet? OfCategory(string name) => UnicodeCategories.Of(name);

    public static CharacterSet Union(IEnumerable<CharacterSet> sets)
    {
        var merged = new List<(int From, int To)>();
        foreach (var range in sets.SelectMany(s => s.ranges).OrderBy(r => r.From))
        {
            if (merged.Count > 0 && range.From <= merged[^1].To + 1)
            {
                merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, range.To));
            }
            else
            {
                merged.Add(range);
            }
        }

        return new([.. merged]);
    }

    public CharacterSet Complement()
    {
        var others = new List<(int, int)>();
        var from = 0;
        foreach (var range in Union([this]).ranges)
        {
            if (range.From > from)
            {
                others.Add((from, range.From - 1));
            }

            from = range.To + 1;
        }

        if (from <= Last)
        {
            others.Add((from, Last));
        }

        return new([.. others]);
    }

    /// <summary>As a group of the framework's syntax: a class of the basic plane and pairs of surrogates.</summary>
    public void AppendTo(StringBuilder into)
    {
        var choices = new List<string>();
        var plane = string.Concat(ranges.SelectMany(WithinPlane).Select(r => Escape(r.From) + "-" + Escape(r.To)));
        if (plane.Length > 0)
        {
            choices.Add($"[{plane}]");
        }

        choices.AddRange(ranges.Where(r => r.To > LastOfPlane).SelectMany(Pairs));
        into.Append("(?:").AppendJoin('|', choices.DefaultIfEmpty("[^\\s\\S]")).Append(')');
    }

    private static IEnumerable<(int From, int To)> WithinPlane((int From, int To) range)
    {
        if (range.From < 0xd800)
        {
            yield return (range.From, Math.Min(range.To, 0xd7ff));
        }

        if (range.To > 0xdfff && range.From <= LastOfPlane)
        {
            yield return (Math.Max(range.From, 0xe000), Math.Min(range.To, LastOfPlane));
        }
    }

    private static IEnumerable<string> Pairs((int From, int To) range)
    {
        var (from, to) = (Math.Max(range.From, LastOfPlane + 1), range.To);
        var (high, low) = Halves(from);
        var (lastHigh, lastLow) = Halves(to);
        if (high == lastHigh)
        {
            return [Pair(high, high, low, lastLow)];
        }

        var middle = (From: low > 0xdc00 ? high + 1 : high, To: lastLow < 0xdfff ? lastHigh - 1 : lastHigh);
        string?[] pairs =
        [
            low > 0xdc00 ? Pair(high, high, low, 0xdfff) : null,
            middle.From <= middle.To ? Pair(middle.From, middle.To, 0xdc00, 0xdfff) : null,
            lastLow < 0xdfff ? Pair(lastHigh, lastHigh, 0xdc00, lastLow) : null,
        ];
        return pairs.OfType<string>();
    }

    private static string Pair(int high, int lastHigh, int low, int lastLow) =>
        $"[{Escape(high)}-{Escape(lastHigh)}][{Escape(low)}-{Escape(lastLow)}]";

    private static (int High, int Low) Halves(int codePoint) =>
        (0xd800 + ((codePoint - 0x10000) >> 10), 0xdc00 + ((codePoint - 0x10000) & 0x3ff));

    private static string Escape(int unit) => string.Create(CultureInfo.InvariantCulture, $"\\u{unit:x4}");
}
