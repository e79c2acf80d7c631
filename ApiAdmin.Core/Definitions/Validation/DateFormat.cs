using System.Globalization;

namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>.NET custom date formats.</summary>
internal static class DateFormat
{
    public const string Default = "yyyy-MM-dd";

    private static readonly DateTimeOffset Example = new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero);

    public static bool IsUsable(string format)
    {
        // One letter would be a standard format, which depends on culture.
        if (format.Length is < 2 or > 64)
        {
            return false;
        }

        try
        {
            return Example.ToString(format, CultureInfo.InvariantCulture).Length > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    public static bool Fits(string text, string? format)
    {
        try
        {
            return DateTimeOffset.TryParseExact(
                text, [Default, "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ss", format ?? Default],
                CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
