using Microsoft.Extensions.Logging.Console;

namespace ApiAdmin.Web.Operations;

/// <summary>Logs go to standard error, one line an event, so that standard output holds results alone.</summary>
public static class SafeConsole
{
    public static void AddSafeConsole(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddConsoleFormatter<SafeConsoleFormatter, ConsoleFormatterOptions>();
        builder.Logging.AddConsole(console =>
        {
            console.FormatterName = SafeConsoleFormatter.FormatterName;
            console.LogToStandardErrorThreshold = LogLevel.Trace;
        });
    }
}
