using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>A bug of ours in a page: the page says so, the circuit goes on.</summary>
public sealed class PageFailureTests
{
    private const string Canary = "canary-of-the-exception";

    [SkippableFact]
    public async Task Page_ThatThrows_ShowsAnErrorIdAndNoStack_AndTheCircuitLives()
    {
        await using var app = await TestApp.StartAsync(adjust: builder => builder.Services
            .AddSingleton(Broken.Of<IDefinitionService>()).AddSingleton(Broken.Of<ISecretService>())
            .AddSingleton<ILoggerProvider>(new Collected()));
        var user = await app.CreateUserAsync(Role.Administrator);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.VisitAsync(app.Address);
        await page.SignInAsync(user.Email!);
        await page.EvaluateAsync("window.sameDocument = true");
        var ids = new HashSet<string>();

        foreach (var address in new[] { "/", "/apis", "/apis/new", "/apis/orders", "/secrets" })
        {
            // The list keeps its search and filters beside a sentence of its own; the others give up their place.
            var itself = address == "/apis";
            await page.EvaluateAsync("address => Blazor.navigateTo(address)", "/denied");
            await Assertions.Expect(page.Locator("#content")).ToContainTextAsync("You may not use this page");
            await page.EvaluateAsync("address => Blazor.navigateTo(address)", address);

            var alert = page.Locator(itself ? "#content [role=alert]" : "#content [role=alert] code");
            await Assertions.Expect(alert).ToHaveTextAsync(new Regex(itself ? "could not be read" : "^[0-9a-f]{16,32}$", RegexOptions.None, TimeSpan.FromSeconds(1)));
            ids.Add(itself ? "" : await alert.InnerTextAsync());
            var all = await page.ContentAsync();
            Assert.DoesNotContain(Canary, all, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", all, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", await page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        }

        await page.EvaluateAsync("Blazor.navigateTo('/denied')");
        await Assertions.Expect(page.Locator("#content")).ToContainTextAsync("You may not use this page");
        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument === true"));
        Assert.Equal(5, ids.Count);
        Assert.All(ids, id => Assert.Contains(
            Collected.Lines, line => line.Contains(id, StringComparison.Ordinal) && line.Contains(Canary, StringComparison.Ordinal)));
    }

    /// <summary>A service each of whose methods ends in an exception that no page expects.</summary>
    public class Broken : DispatchProxy
    {
        public static T Of<T>()
            where T : class => Create<T, Broken>();

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => throw new InvalidOperationException(Canary);
    }

    private sealed class Collected : ILoggerProvider, ILogger
    {
        public static ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) => Lines.Enqueue(formatter(state, exception) + exception);

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Dispose()
        {
        }
    }
}
