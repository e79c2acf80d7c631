namespace ApiAdmin.Core;

/// <summary>The days of a time zone.</summary>
public static class ZonedDay
{
    /// <summary>
    /// The first moment of a day, in UTC. Where midnight is skipped as clocks go forward, it is the first moment there is; where it comes
    /// twice, the earlier one.
    /// </summary>
    public static DateTimeOffset Start(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        var utc = midnight.Ticks - offset.Ticks;
        return utc <= DateTime.MinValue.Ticks ? DateTimeOffset.MinValue
            : utc >= DateTime.MaxValue.Ticks ? DateTimeOffset.MaxValue
            : new DateTimeOffset(utc, TimeSpan.Zero);
    }
}
