using System.Globalization;
using System.Text.Json;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Extraction.Conversions;

/// <summary>
/// A text or number as a date, by the output's format, time zone and form. Without a zone the day stays as it is written:
/// a moment near midnight keeps the day that the other side means.
/// </summary>
internal sealed class DateConversion
{
    public const string Seconds = "unixSeconds";
    public const string Millis = "unixMillis";
    public const string Iso = "iso";

    private static readonly string[] Usual =
    [
        "yyyy-MM-dd", "yyyyMMdd", "yyyy/MM/dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
    ];

    private readonly string[] formats;
    private readonly bool isGiven;
    private readonly TimeZoneInfo? zone;
    private readonly string form;

    public DateConversion(OutputParam param)
    {
        isGiven = param.Format is not null;
        formats = param.Format is { } given ? Formats(given) : Usual;
        zone = param.Zone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var found) ? found : null;
        form = param.WriteAs ?? "yyyy-MM-dd";
    }

    /// <summary>For the sentence that says what was expected.</summary>
    public string Wanted => isGiven ? $" written as {string.Join(" or ", formats)}" : "";

    public static string[] Formats(string format) => format.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public RawJson? Convert(JsonValueKind kind, string text)
    {
        try
        {
            return (kind == JsonValueKind.String || (kind == JsonValueKind.Number && isGiven)) && Moment(text) is { } moment
                ? RawJson.String(Written(moment))
                : null;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentOutOfRangeException)
        {
            // A format that is none, or a moment that leaves the calendar in its zone.
            return null;
        }
    }

    private DateTimeOffset? Moment(string text)
    {
        foreach (var format in formats)
        {
            if (format is Seconds or Millis)
            {
                if (OfUnix(text, format) is { } counted)
                {
                    return zone is null ? counted : TimeZoneInfo.ConvertTime(counted, zone);
                }
            }
            else if (DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            {
                return InZone(moment, HasOffset(text, format));
            }
        }

        return null;
    }

    private DateTimeOffset InZone(DateTimeOffset moment, bool hasOffset)
    {
        if (zone is null)
        {
            return moment;
        }

        return hasOffset ? TimeZoneInfo.ConvertTime(moment, zone) : new DateTimeOffset(moment.DateTime, zone.GetUtcOffset(moment.DateTime));
    }

    private static DateTimeOffset? OfUnix(string text, string format)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var millis = format == Seconds ? Math.Clamp(number, -1e15m, 1e15m) * 1000 : Math.Clamp(number, -1e18m, 1e18m);
        return DateTimeOffset.FromUnixTimeMilliseconds((long)millis);
    }

    private static bool HasOffset(string text, string format) => format.Contains('z', StringComparison.Ordinal)
        || format.EndsWith("'GMT'", StringComparison.Ordinal)
        || (format.Contains('K', StringComparison.Ordinal) && (text[^1] is 'Z' or 'z' || (text.Length > 6 && text[^6] is '+' or '-')));

    private string Written(DateTimeOffset moment)
    {
        if (form != Iso)
        {
            return moment.ToString(form, CultureInfo.InvariantCulture);
        }

        var offset = moment.Offset == TimeSpan.Zero ? "'Z'" : "zzz";
        return moment.ToString($"yyyy-MM-dd'T'HH:mm:ss.FFFFFFF{offset}", CultureInfo.InvariantCulture);
    }
}
