using System.Diagnostics;
using System.Globalization;

namespace ApiAdmin.Benchmarks;

/// <summary>
/// How long the published program takes from its start to <c>/health/ready</c> on an existing database, and the first
/// page after that. The first round makes the database and is shown apart.
/// </summary>
public static class StartMeasure
{
    private const int Rounds = 6;

    public static async Task<int> RunAsync(string program)
    {
        var folder = Directory.CreateTempSubdirectory("apiadmin-start-").FullName;
        for (var round = 0; round < Rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            using var process = Process.Start(new ProcessStartInfo("dotnet", [program, $"--Storage:DataDirectory={folder}", "--Urls=http://127.0.0.1:0"])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            })!;
            var address = await ReadyAddressAsync(process);
            var ready = clock.Elapsed;
            using var plain = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false });
            clock.Restart();
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{address}/login");
            using var response = await plain.SendAsync(request, CancellationToken.None);
            await response.Content.ReadAsByteArrayAsync();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{(round == 0 ? "new database     " : "existing database")}  ready {ready.TotalMilliseconds,6:0} ms  first page {clock.Elapsed.TotalMilliseconds,5:0} ms  status {(int)response.StatusCode}"));
            process.Kill();
            await process.WaitForExitAsync();
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task<string> ReadyAddressAsync(Process process)
    {
        const string said = "ApiAdmin is ready: ";
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains(said, StringComparison.Ordinal))
            {
                return line[(line.IndexOf(said, StringComparison.Ordinal) + said.Length)..].Trim();
            }
        }

        throw new InvalidOperationException("The program ended before it was ready.");
    }
}
