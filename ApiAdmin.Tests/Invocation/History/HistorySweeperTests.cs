using ApiAdmin.Core.Data;
using ApiAdmin.Core.Invocation.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ApiAdmin.Tests.Invocation.History;

public sealed class HistorySweeperTests
{
    [Fact]
    public async Task Turn_ThatFails_IsLoggedAndTheNextComesAllTheSame()
    {
        var (clock, log, contexts) = (new FakeTimeProvider(), new Failures(), new NoDatabase());
        using var sweeper = new HistorySweeper(contexts, Options.Create(new HistoryOptions()), clock, log);
        await sweeper.StartAsync(default);

        // The first turn comes at start; once it is told, the timer for the others runs.
        Assert.IsType<InvalidOperationException>(await log.NextAsync());
        for (var turn = 2; turn <= 3; turn++)
        {
            clock.Advance(HistorySweeper.Every);
            Assert.IsType<InvalidOperationException>(await log.NextAsync());
        }

        await sweeper.StopAsync(default);
        Assert.True(sweeper.ExecuteTask!.IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(30, true)]
    [InlineData(3_650, true)]
    [InlineData(3_651, false)]
    public void Retention_OutOfRange_IsRefused(int days, bool valid)
    {
        var result = new HistoryOptionsValidator().Validate(null, new HistoryOptions { RetentionDays = days });

        Assert.Equal(valid, result.Succeeded);
        Assert.True(valid || result.FailureMessage!.StartsWith($"History:RetentionDays is '{days}'", StringComparison.Ordinal));
    }

    [Fact]
    public void Retention_NotConfigured_IsThatOfTheContract() => Assert.Equal(30, new HistoryOptions().RetentionDays);

    private sealed class NoDatabase : IDbContextFactory<AppDbContext>
    {
        public AppDbContext CreateDbContext() => throw new InvalidOperationException("No database here.");
    }

    private sealed class Failures : ILogger<HistorySweeper>
    {
        private readonly System.Threading.Channels.Channel<Exception> seen = System.Threading.Channels.Channel.CreateUnbounded<Exception>();

        public ValueTask<Exception> NextAsync() => seen.Reader.ReadAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            seen.Writer.TryWrite(exception!);
    }
}
