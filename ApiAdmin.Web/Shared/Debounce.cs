namespace ApiAdmin.Web.Shared;

/// <summary>Runs the last of several quick calls, after a pause; an older one that still runs is cancelled.</summary>
public sealed class Debounce(TimeProvider time, TimeSpan pause) : IDisposable
{
    private CancellationTokenSource? pending;

    public bool IsPending { get; private set; }

    /// <summary>Ends without an exception when a newer call or <see cref="Dispose"/> replaces it.</summary>
    public async Task RunAsync(Func<CancellationToken, Task> action)
    {
        var token = Restart();
        try
        {
            IsPending = true;
            await Task.Delay(pause, time, token);
            IsPending = false;
            await action(token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // A newer call took its place.
        }
    }

    /// <summary>Drops what waits or runs.</summary>
    public void Cancel()
    {
        pending?.Cancel();
        pending?.Dispose();
        pending = null;
        IsPending = false;
    }

    public void Dispose() => Cancel();

    private CancellationToken Restart()
    {
        Cancel();
        pending = new CancellationTokenSource();
        return pending.Token;
    }
}
