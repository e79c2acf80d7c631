using System.Text;
using ApiAdmin.Core.Invocation.Reading;

namespace ApiAdmin.Core.Customers.Import.Reading;

/// <summary>
/// The most likely encoding of a file by its first bytes: a byte order mark is proof, valid UTF-8 as good as proof; UTF-16 without a mark
/// shows by its zeros; else Chinese when the bytes pair up as everyday characters, else Western European.
/// </summary>
internal static class CharsetGuess
{
    private const string Western = "windows-1252";

    public static string Of(ReadOnlySpan<byte> sample, bool isWhole) => sample switch
    {
        [0xEF, 0xBB, 0xBF, ..] => "utf-8",
        [0xFF, 0xFE, 0, 0, ..] => "utf-32",
        [0xFF, 0xFE, ..] => "utf-16le",
        [0xFE, 0xFF, ..] => "utf-16be",
        _ when IsUtf8(sample, isWhole) => Zeros(sample) ?? "utf-8",
        _ => Zeros(sample) ?? (IsChinese(sample) ? "gb18030" : Western),
    };

    private static bool IsUtf8(ReadOnlySpan<byte> sample, bool isWhole)
    {
        // A character may be cut where the sample ends.
        for (var cut = 0; cut <= (isWhole ? 0 : 3) && cut <= sample.Length; cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(sample[..^cut]))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Zeros(ReadOnlySpan<byte> sample)
    {
        var (even, odd) = (0, 0);
        for (var index = 0; index < sample.Length; index++)
        {
            if (sample[index] == 0)
            {
                _ = index % 2 == 0 ? even++ : odd++;
            }
        }

        var many = sample.Length / 8;
        return even + odd == 0 || sample.Length < 4 ? null : odd > many && even == 0 ? "utf-16le" : even > many && odd == 0 ? "utf-16be" : null;
    }

    /// <summary>Of the bytes beyond ASCII nine in ten stand in pairs, and most of the pairs are everyday characters (the first level of GB 2312).</summary>
    private static bool IsChinese(ReadOnlySpan<byte> sample)
    {
        var (pairs, everyday, broken) = (0, 0, 0);
        for (var index = 0; index < sample.Length; index++)
        {
            if (sample[index] < 0x80)
            {
                continue;
            }

            var trail = index + 1 < sample.Length ? sample[index + 1] : (byte)0;
            if (sample[index] is >= 0x81 and <= 0xFE && trail is >= 0x40 and <= 0xFE and not 0x7F)
            {
                pairs++;
                everyday += sample[index] is >= 0xB0 and <= 0xD7 && trail >= 0xA1 ? 1 : 0;
                index++;
            }
            else
            {
                broken++;
            }
        }

        return pairs > 0 && broken * 9 <= pairs && everyday * 2 >= pairs && Charsets.Find("gb18030") is not null;
    }
}
