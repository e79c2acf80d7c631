using System.Diagnostics;

namespace ApiAdmin.Tests.Support;

/// <summary>This test assembly run as another process over a store, to be killed without warning.</summary>
public sealed class ChildProcess : IDisposable
{
    private readonly Process process;

    private ChildProcess(Process process) => this.process = process;

    public static ChildProcess Run(TestStore store, params string[] arguments) => Run(store.Settings, arguments);

    public static ChildProcess Run(IReadOnlyDictionary<string, string?> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [typeof(ChildProcess).Assembly.Location, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        if (Path.GetFileNameWithoutExtension(start.FileName) != "dotnet")
        {
            start.FileName = "dotnet";
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__")] = value;
        }

        return new ChildProcess(Process.Start(start)!);
    }

    public Task<string?> ReadLineAsync() => process.StandardOutput.ReadLineAsync();

    /// <summary>SIGKILL: no finally, no flush. What it printed before stays readable.</summary>
    public async Task<IReadOnlyList<string>> KillAsync()
    {
        process.Kill();
        var rest = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        // A last line without its end was not acknowledged whole.
        return rest[..(rest.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
