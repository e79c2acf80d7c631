namespace ApiAdmin.Core.Customers;

/// <summary>Times as whole microseconds since 1970, which both databases keep exactly.</summary>
internal static class Micros
{
    private static readonly long Latest = Of(DateTimeOffset.MaxValue.AddDays(-1));

    public static long Of(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset ToTime(long micros) =>
        new((Math.Clamp(micros, 0, Latest) * TimeSpan.TicksPerMicrosecond) + DateTimeOffset.UnixEpoch.UtcTicks, TimeSpan.Zero);
}
