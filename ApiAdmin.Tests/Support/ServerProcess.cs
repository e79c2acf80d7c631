using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ApiAdmin.Tests.Support;

/// <summary>The real program serving as a process of its own, to be killed without warning.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const string Ready = "ApiAdmin is ready: ";

    private readonly Process process;

    private ServerProcess(Process process, string address) => (this.process, Address) = (process, address);

    public string Address { get; }

    public static async Task<ServerProcess> StartAsync(TestStore store, params string[] settings)
    {
        string[] arguments =
        [
            typeof(Web.Program).Assembly.Location, "serve", "--Urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None",
            .. store.Settings.Where(entry => entry.Value?.Length > 0).Select(entry => $"--{entry.Key}={entry.Value}"), .. settings,
        ];
        var started = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath(),
        })!;
        string? line;
        while ((line = await started.StandardOutput.ReadLineAsync()) is not null && !line.StartsWith(Ready, StringComparison.Ordinal))
        {
        }

        Assert.True(line is not null, "The server ended before it was ready.");
        return new ServerProcess(started, line[Ready.Length..]);
    }

    /// <summary>For a server that is to come back under the address it had.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>SIGKILL: no finally, no flush.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
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
