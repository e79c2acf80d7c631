using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Customers.Query;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Benchmarks;

/// <summary>
/// The internal query over HTTP beside its limit, on the same file in turn, by each kind of key; and in process. Wants a data directory with
/// seeded customers in SQLite, a copy that nobody else uses.
/// </summary>
internal static class CustomerQueryMeasure
{
    private const int Rounds = 5;
    private const int Connections = 32;
    private const int Sampled = 20_000;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    /// <summary>The compiler takes this long at full load until all that is often called is in its last form.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    public static async Task<int> RunAsync(string program, string folder)
    {
        var key = await CreateKeyAsync(program, folder);
        var (ours, limit) = (FreePort(), FreePort());
        using var product = Start(program, "serve", $"--Urls=http://127.0.0.1:{ours}", $"--Storage:DataDirectory={folder}", "--Logging:LogLevel:Default=None");
        using var beside = Start(typeof(CustomerQueryMeasure).Assembly.Location, "customer-limit", Path.Combine(folder, "apiadmin.db"), $"http://127.0.0.1:{limit}", key);
        while (await product.StandardOutput.ReadLineAsync() is { } line && !line.StartsWith("ApiAdmin is ready", StringComparison.Ordinal))
        {
        }

        foreach (var (name, sql) in new[] { ("tel", "kind = 1"), ("email", "kind = 2"), ("thirdAccountId", "kind BETWEEN 10 AND 29") })
        {
            var queries = Values(folder, sql).Select(value => $"{name}={Uri.EscapeDataString(value)}").ToList();
            await CompareAsync(name, queries, new KeepAliveLoad(ours, key), new KeepAliveLoad(limit, key));
        }

        product.Kill();
        beside.Kill();
        await product.WaitForExitAsync();
        await InProcessAsync(folder);
        return 0;
    }

    private static async Task CompareAsync(string name, IReadOnlyList<string> queries, KeepAliveLoad ours, KeepAliveLoad limit)
    {
        await ours.RunAsync(queries, Connections, WarmUp);
        await limit.RunAsync(queries, Connections, WarmUp);
        var rounds = new List<(double Rate, double P99, double Limit, double LimitP99)>();
        for (var round = 0; round < Rounds; round++)
        {
            var (beside, own) = (await limit.RunAsync(queries, Connections, Round), await ours.RunAsync(queries, Connections, Round));
            rounds.Add((own.Rate, own.P99, beside.Rate, beside.P99));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"by {name}: {Median(rounds, r => r.Rate):0}/s beside {Median(rounds, r => r.Limit):0}/s, ratio {Median(rounds, r => r.Rate / r.Limit):0.00}; p99 {Median(rounds, r => r.P99):0.0} ms beside {Median(rounds, r => r.LimitP99):0.0} ms"));
    }

    private static async Task InProcessAsync(string folder)
    {
        await using var app = Web.Program.Create([$"--Storage:DataDirectory={folder}", "--Logging:LogLevel:Default=None"]);
        var (query, actor, buffer) = (app.Services.GetRequiredService<CustomerQueryService>(), new HostActor("measure"), new ArrayBufferWriter<byte>());
        using var limit = new CustomerLimitApp.Session(Path.Combine(folder, "apiadmin.db"));
        foreach (var (name, sql, from, to) in new[] { ("tel", "kind = 1", 1, 1), ("email", "kind = 2", 2, 2), ("thirdAccountId", "kind BETWEEN 10 AND 29", 10, 29) })
        {
            var values = Values(folder, sql);
            var beside = await TimeAsync(values, value =>
            {
                limit.Write(value.TrimStart('+'), from, to, buffer);
                return ValueTask.CompletedTask;
            });
            var own = await TimeAsync(values, async value =>
                await query.AnswerAsync(actor, from == 1 ? new(Tel: value) : from == 2 ? new(Email: value) : new(ThirdAccountId: value), buffer, CancellationToken.None));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"in process by {name}: median {own.Median:0.0} us, p99 {own.P99:0} us, {own.Bytes} bytes; beside median {beside.Median:0.0} us, p99 {beside.P99:0} us, {beside.Bytes} bytes"));
        }

        async Task<(double Median, double P99, long Bytes)> TimeAsync(List<string> values, Func<string, ValueTask> look)
        {
            var (times, allocated) = (new double[values.Count], 0L);
            for (var until = Stopwatch.GetTimestamp() + (5 * Stopwatch.Frequency); Stopwatch.GetTimestamp() < until;)
            {
                allocated = GC.GetAllocatedBytesForCurrentThread();
                for (var index = 0; index < times.Length; index++)
                {
                    buffer.ResetWrittenCount();
                    var started = Stopwatch.GetTimestamp();
                    await look(values[index]);
                    times[index] = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
                }

                allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            }

            Array.Sort(times);
            return (times[times.Length / 2], times[(int)(times.Length * 0.99)], allocated / times.Length);
        }
    }

    private static double Median<T>(IEnumerable<T> items, Func<T, double> of)
    {
        var all = items.Select(of).Order().ToArray();
        return all[all.Length / 2];
    }

    private static List<string> Values(string folder, string where)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "apiadmin.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        // From all of them, however many there are, so that what was read for one is no help to the next.
        command.CommandText = $"SELECT shown FROM customer_identifiers WHERE {where} AND customer_id % (SELECT max(37, count(*) / {Sampled}) FROM customers) = 5 LIMIT {Sampled}";
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
        {
            values.Add(reader.GetString(0));
        }

        var random = new Random(1);
        return [.. values.OrderBy(_ => random.Next())];
    }

    private static async Task<string> CreateKeyAsync(string program, string folder)
    {
        using var process = Start(program, "create-key", "--name", $"measure {Guid.CreateVersion7():N}", "--scopes", Scopes.CustomersRead, $"--Storage:DataDirectory={folder}");
        var said = await process.StandardOutput.ReadToEndAsync();
        return said.Trim().Split('\n')[^1].Trim();
    }

    private static Process Start(string program, params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = Path.GetTempPath() })!;

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
