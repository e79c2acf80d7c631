using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace ApiAdmin.Core.Customers;

/// <summary>Where a page ended: its number, the tier of its last hit, and that hit's place within the tier.</summary>
internal sealed record SearchCursor(int Page, int Tier, long At, long Id)
{
    public static readonly SearchCursor Start = new(0, 0, long.MaxValue, long.MaxValue);

    public bool IsBefore(SearchHit hit) => Page == 0 || hit.CompareTo(new SearchHit(Id, Tier, At)) > 0;

    public override string ToString() => Base64Url.EncodeToString(
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Page}.{Tier}.{At}.{Id}")));

    /// <exception cref="InvalidException">It is no cursor of ours.</exception>
    public static SearchCursor Parse(string? text) => Read(text)
        ?? throw new InvalidException([new Finding("cursor", FindingCodes.Malformed, "The cursor is not one that a list gave; take \"next\" of the page before, or leave it out.")]);

    /// <returns>Null when it is no cursor of ours.</returns>
    public static SearchCursor? Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return Start;
        }

        var numbers = new long[4];
        var parts = Base64Url.IsValid(text) ? Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('.') : [];
        for (var index = 0; index < parts.Length && parts.Length == numbers.Length; index++)
        {
            if (!long.TryParse(parts[index], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out numbers[index]))
            {
                parts = [];
            }
        }

        return parts.Length == numbers.Length && numbers[0] is > 0 and <= CustomerSearch.MostPages && numbers[1] is >= 0 and <= SearchHit.Inside
            ? new SearchCursor((int)numbers[0], (int)numbers[1], numbers[2], numbers[3])
            : null;
    }
}
