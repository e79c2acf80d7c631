using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace ApiAdmin.Web.Operations;

/// <summary>
/// One event, one line: whatever text from outside an event carries, it can neither begin a second event nor steer the
/// terminal. An exception follows on indented lines.
/// </summary>
public sealed class SafeConsoleFormatter(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "safe";

    // The host's word for a start that failed. The exception itself goes on to CommandLine, which says it in one sentence, or
    // to the runtime, which prints it whole; here it would only stand before that.
    private const string HostCategory = "Microsoft.Extensions.Hosting.Internal.Host";
    private const string StartFailed = "HostedServiceStartupFaulted";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        if (logEntry.Category == HostCategory && logEntry.EventId.Name == StartFailed)
        {
            return;
        }

        var message = logEntry.Formatter(logEntry.State, logEntry.Exception);
        textWriter.Write(time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        textWriter.Write(' ');
        textWriter.Write(Level(logEntry.LogLevel));
        textWriter.Write(' ');
        textWriter.Write(logEntry.Category);
        textWriter.Write(": ");
        textWriter.WriteLine(LogText.OneLine(message));
        foreach (var line in logEntry.Exception?.ToString().Split('\n') ?? [])
        {
            textWriter.Write("    ");
            textWriter.WriteLine(LogText.OneLine(line.TrimEnd('\r')));
        }
    }

    private static string Level(LogLevel level) => level switch
    {
        LogLevel.Critical => "CRIT",
        LogLevel.Error => "ERROR",
        LogLevel.Warning => "WARN",
        LogLevel.Information => "INFO",
        _ => "DEBUG",
    };
}
