using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace ApiAdmin.Core.Extraction;

/// <summary>
/// A decimal number of any length, compared by value: <c>1.0</c> equals <c>1</c> and <c>10e-1</c>, and
/// <c>12345678901234567890</c> differs from <c>12345678901234567891</c>.
/// </summary>
internal readonly record struct JsonNumber : IComparable<JsonNumber>
{
    private readonly int sign;
    private readonly string digits;
    private readonly BigInteger exponent;

    /// <param name="digits">Without zeros at either end; empty for zero.</param>
    /// <param name="exponent">Of the point before the first digit: the value is 0.digits × 10^exponent.</param>
    private JsonNumber(int sign, string digits, BigInteger exponent) => (this.sign, this.digits, this.exponent) = (sign, digits, exponent);

    public static JsonNumber? Parse(string text)
    {
        var match = JsonNumberText.Pattern().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var whole = match.Groups["whole"].Value;
        var all = whole + match.Groups["fraction"].Value;
        var significant = all.TrimStart('0');
        var leading = all.Length - significant.Length;
        significant = significant.TrimEnd('0');
        if (significant.Length == 0)
        {
            return new JsonNumber(0, "", 0);
        }

        var written = match.Groups["exponent"].Value;
        var scale = written.Length == 0 ? BigInteger.Zero : Exponent(written);
        return new JsonNumber(text[0] == '-' ? -1 : 1, significant, scale + whole.Length - leading);
    }

    public int CompareTo(JsonNumber other)
    {
        if (sign != other.sign || sign == 0)
        {
            return sign.CompareTo(other.sign);
        }

        var magnitude = exponent != other.exponent
            ? exponent.CompareTo(other.exponent)
            : string.CompareOrdinal(digits, other.digits);
        return sign * Math.Sign(magnitude);
    }

    // Nobody needs an exponent of more digits; parsing one would cost the square of its length.
    private static BigInteger Exponent(string written) => written.Length > 20
        ? BigInteger.Pow(10, 20) * (written[0] == '-' ? -1 : 1)
        : BigInteger.Parse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}

internal static partial class JsonNumberText
{
    /// <summary>RFC 8259, section 6.</summary>
    [GeneratedRegex(@"^-?(?<whole>0|[1-9][0-9]*)(?:\.(?<fraction>[0-9]+))?(?:[eE](?<exponent>[+-]?[0-9]+))?\z", RegexOptions.NonBacktracking)]
    public static partial Regex Pattern();
}
