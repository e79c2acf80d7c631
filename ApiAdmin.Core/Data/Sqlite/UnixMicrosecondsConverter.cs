using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ApiAdmin.Core.Data.Sqlite;

/// <summary>A time as whole microseconds since 1970, UTC: sorts as a number, and keeps what PostgreSQL keeps.</summary>
public sealed class UnixMicrosecondsConverter() : ValueConverter<DateTimeOffset, long>(
    time => (time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond,
    micros => new DateTimeOffset((micros * TimeSpan.TicksPerMicrosecond) + DateTimeOffset.UnixEpoch.UtcTicks, TimeSpan.Zero));
