using System.Collections.Frozen;
using System.Globalization;

namespace ApiAdmin.Core.Extraction.JsonPath;

/// <summary>The characters of each general category, gathered once when the first pattern asks for one.</summary>
internal static class UnicodeCategories
{
    private static readonly string[] Names =
    [
        "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co",
        "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Cn",
    ];

    private static readonly Lazy<FrozenDictionary<string, CharacterSet>> All = new(Gather);

    /// <param name="name">Two letters, or one for all that begin with it. Surrogates are no characters, so there is no Cs.</param>
    public static CharacterSet? Of(string name) => All.Value.GetValueOrDefault(name);

    private static FrozenDictionary<string, CharacterSet> Gather()
    {
        var ranges = Names.Select(_ => new List<(int From, int To)>()).ToArray();
        for (var codePoint = 0; codePoint <= 0x10ffff; codePoint++)
        {
            var list = ranges[(int)CharUnicodeInfo.GetUnicodeCategory(codePoint)];
            if (list.Count > 0 && list[^1].To == codePoint - 1)
            {
                list[^1] = (list[^1].From, codePoint);
            }
            else
            {
                list.Add((codePoint, codePoint));
            }
        }

        var sets = Names.Index().Where(n => n.Item != "Cs").ToDictionary(n => n.Item, n => CharacterSet.Of(ranges[n.Index]), StringComparer.Ordinal);
        foreach (var group in sets.GroupBy(s => s.Key[..1], StringComparer.Ordinal).ToList())
        {
            sets[group.Key] = CharacterSet.Union(group.Select(s => s.Value));
        }

        return sets.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
