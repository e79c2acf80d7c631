namespace ApiAdmin.Core.Data.Sqlite;

/// <summary>A lock the operating system takes back when its holder dies, however it dies. The file itself stays.</summary>
internal sealed class FileLock : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream stream;

    private FileLock(FileStream stream) => this.stream = stream;

    /// <exception cref="StartRefusedException">Somebody else held it all the time, or the file cannot be opened.</exception>
    public static async Task<FileLock> AcquireAsync(string file, TimeProvider clock, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileLock(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (UnauthorizedAccessException e)
            {
                throw new StartRefusedException($"The file {file} cannot be opened: {e.Message} Give the program's account the right.");
            }
            catch (IOException) when (clock.GetElapsedTime(started) < Patience)
            {
                await Task.Delay(Pause, TimeProvider.System, cancellationToken);
            }
            catch (IOException e)
            {
                throw new StartRefusedException(
                    $"Another start has been holding {file} for {Patience.TotalMinutes:0} minutes ({e.Message}). See what it waits for, or end it.");
            }
        }
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();
}
