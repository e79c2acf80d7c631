using System.Globalization;

namespace ApiAdmin.Web.Invocation.Panel;

/// <summary>Durations and sizes as people read them.</summary>
public static class Figures
{
    public static string Ms(double ms) => ms switch
    {
        < 10 => string.Create(CultureInfo.CurrentCulture, $"{ms:0.0} ms"),
        < 10_000 => string.Create(CultureInfo.CurrentCulture, $"{ms:N0} ms"),
        _ => string.Create(CultureInfo.CurrentCulture, $"{ms / 1000:0.0} s"),
    };

    public static string Bytes(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.CurrentCulture, $"{bytes} B"),
        < 1024 * 1024 => string.Create(CultureInfo.CurrentCulture, $"{bytes / 1024.0:0.0} KiB"),
        _ => string.Create(CultureInfo.CurrentCulture, $"{bytes / 1024.0 / 1024:0.0} MiB"),
    };
}
