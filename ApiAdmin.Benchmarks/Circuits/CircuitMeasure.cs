using System.Diagnostics;
using System.Globalization;

namespace ApiAdmin.Benchmarks.Circuits;

/// <summary>
/// What open pages that nobody touches cost the published program: private memory right after they opened and after a
/// collection of garbage, the managed heap, and processor time to open one. The first pages warm it up and are not counted.
/// </summary>
internal static class CircuitMeasure
{
    private const double MegaByte = 1_000_000;
    private const int WarmUps = 30;

    public static async Task<int> RunAsync(string program)
    {
        await MeasureAsync(program, "the APIs list (50 rows)", 1_000, "/apis", "order-status-", 1_200);
        await MeasureAsync(program, "the edit page of 20 params", 100, $"/apis/{MeasuredApis.Edited}", "field19", 200);
        return 0;
    }

    private static async Task MeasureAsync(string program, string what, int count, string path, string awaited, double aim)
    {
        await using var served = await ServedProgram.StartAsync(program, MeasuredApis.File(200));
        using var person = await SignedIn.AsAsync(served.Address, ServedProgram.Email, ServedProgram.Password);
        var pages = new List<RawCircuit>();
        try
        {
            await OpenAsync(pages, WarmUps);
            await served.CollectAsync();
            var (before, heap, busy) = (served.PrivateBytes, await ServedProgram.HeapBytesAsync(person), served.Busy);
            var clock = Stopwatch.StartNew();
            await OpenAsync(pages, count);
            var (opened, processor, seconds) = (served.PrivateBytes - before, served.Busy - busy, clock.Elapsed.TotalSeconds);
            await served.CollectAsync();
            var (kept, managed) = (served.PrivateBytes - before, await ServedProgram.HeapBytesAsync(person) - heap);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"circuits: {count} idle on {what}: {opened / MegaByte:0} MB as opened, {kept / MegaByte:0} MB after a collection (wanted: {aim:0}), each {kept / MegaByte / count:0.00} MB, of it managed {managed / MegaByte / count:0.00}"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  to open one: {processor.TotalMilliseconds / count:0} ms of processor, {1000 * seconds / count:0} ms on the clock, {pages[^1].DrawnBytes / 1000.0:0} KB drawn; before them the program held {before / MegaByte:0} MB"));
        }
        finally
        {
            foreach (var page in pages)
            {
                await page.DisposeAsync();
            }
        }

        async Task OpenAsync(List<RawCircuit> opened, int more)
        {
            for (var i = 0; i < more; i++)
            {
                opened.Add(await RawCircuit.OpenAsync(person, path, awaited));
            }
        }
    }
}
