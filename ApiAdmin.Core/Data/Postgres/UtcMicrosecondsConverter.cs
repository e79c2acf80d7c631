using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ApiAdmin.Core.Data.Postgres;

/// <summary>A time as UTC cut to microseconds: <c>timestamptz</c> takes no other offset and keeps no more digits.</summary>
public sealed class UtcMicrosecondsConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(
    time => new DateTimeOffset(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero),
    time => time.ToUniversalTime());
