using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.Globalization;
using Microsoft.Diagnostics.NETCore.Client;

namespace ApiAdmin.Benchmarks.Circuits;

/// <summary>The published program as a child process over a new database with one person and some APIs.</summary>
internal sealed class ServedProgram : IAsyncDisposable
{
    public const string Email = "measure@example.com";
    public const string Password = "a long measuring pass phrase";

    private const string Ready = "ApiAdmin is ready: ";
    private const long CollectHeap = 0x800000;

    private readonly string folder;
    private readonly Process process;

    private ServedProgram(string folder, Process process, string address) => (this.folder, this.process, Address) = (folder, process, address);

    public string Address { get; }

    /// <summary>Processor time so far.</summary>
    public TimeSpan Busy
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Private memory in use now, in bytes: what is held in RAM and belongs to no file.</summary>
    public long PrivateBytes => StatusBytes("RssAnon:");

    /// <summary>The most that was ever held in RAM, files too.</summary>
    public long PeakBytes => StatusBytes("VmHWM:");

    /// <param name="apis">A file as <c>import-apis</c> reads it.</param>
    public static async Task<ServedProgram> StartAsync(string program, byte[] apis, params string[] settings)
    {
        var place = Directory.CreateTempSubdirectory("apiadmin-measure-").FullName;
        var file = Path.Combine(place, "apis.json");
        await File.WriteAllBytesAsync(file, apis);
        string[] shared = [$"--Storage:DataDirectory={place}", .. settings];
        await RunAsync(program, Password, ["create-user", "--email", Email, "--role", "Developer", "--password-stdin", .. shared]);
        await RunAsync(program, "", ["import-apis", file, .. shared]);
        var serving = Start(program,
        [
            "serve", "--Urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning", "--RateLimits:PerSecond=100000", "--RateLimits:AnonymousPerSecond=100000",
            "--RateLimits:CircuitsPerUser=5000", .. shared,
        ]);
        string? line;
        while ((line = await serving.StandardOutput.ReadLineAsync()) is not null && !line.StartsWith(Ready, StringComparison.Ordinal))
        {
        }

        return new ServedProgram(place, serving, line?[Ready.Length..].Trim() ?? throw new InvalidOperationException("The program ended before it was ready."));
    }

    /// <summary>A full collection of garbage in the child, so that what is measured after it is held by somebody.</summary>
    public async Task CollectAsync()
    {
        var client = new DiagnosticsClient(process.Id);
        using var session = await client.StartEventPipeSessionAsync(
            [new EventPipeProvider("Microsoft-Windows-DotNETRuntime", EventLevel.Informational, CollectHeap)], requestRundown: false, 64, CancellationToken.None);
        var reading = session.EventStream.CopyToAsync(Stream.Null);
        await session.StopAsync(CancellationToken.None);
        await reading;
    }

    /// <summary>The managed heap as the last collection left it.</summary>
    public static async Task<long> HeapBytesAsync(SignedIn person) =>
        (await person.GetAsync("/metrics")).Split('\n').Where(line => line.StartsWith("dotnet_gc_last_collection_heap_size_bytes{", StringComparison.Ordinal))
        .Sum(line => long.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static Process Start(string program, IReadOnlyList<string> arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;

    private static async Task RunAsync(string program, string input, IReadOnlyList<string> arguments)
    {
        using var verb = Start(program, arguments);
        await verb.StandardInput.WriteLineAsync(input);
        verb.StandardInput.Close();
        await verb.StandardOutput.ReadToEndAsync();
        await verb.WaitForExitAsync();
        if (verb.ExitCode != 0)
        {
            throw new InvalidOperationException($"{arguments[0]} ended with {verb.ExitCode}.");
        }
    }

    private long StatusBytes(string name)
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return 1024 * long.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
    }
}
