using System.Diagnostics;
using ApiAdmin.Benchmarks.Circuits;

namespace ApiAdmin.Benchmarks.Pages;

/// <summary>Somebody else who asks for a page again and again, and how long that takes; and the program's memory meanwhile.</summary>
internal sealed class OthersWatch : IAsyncDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);

    private readonly CancellationTokenSource end = new();
    private readonly Task asking;

    public OthersWatch(ServedProgram served, SignedIn person) => asking = Task.Run(() => AskAsync(served, person));

    /// <summary>In ms.</summary>
    public double Worst { get; private set; }

    /// <summary>Since <see cref="Forget"/>.</summary>
    public double WorstOfLate { get; private set; }

    public long MostBytes { get; private set; }

    public void Forget() => WorstOfLate = 0;

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await asking;
        end.Dispose();
    }

    private async Task AskAsync(ServedProgram served, SignedIn person)
    {
        using var timer = new PeriodicTimer(Between, TimeProvider.System);
        while (!end.IsCancellationRequested)
        {
            var clock = Stopwatch.GetTimestamp();
            await person.GetAsync("/apis");
            var taken = Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
            (Worst, WorstOfLate) = (Math.Max(Worst, taken), Math.Max(WorstOfLate, taken));
            MostBytes = Math.Max(MostBytes, served.PrivateBytes);
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}
