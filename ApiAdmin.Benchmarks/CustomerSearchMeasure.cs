using System.Diagnostics;
using System.Globalization;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Benchmarks;

/// <summary>
/// The first page of a search by pieces of what is stored, by their length; and the last page beside the first. Wants a seeded database,
/// given as the settings of the program.
/// </summary>
internal static class CustomerSearchMeasure
{
    private const int Searches = 400;
    private const int WarmUps = 20;
    private const int Walks = 7;

    /// <summary>The compiler is done with what runs often after some ten seconds.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    private static readonly int[] Lengths = [2, 3, 4, 6, 8];
    private static readonly HostActor Actor = new("measure");

    public static async Task<int> RunAsync(string[] settings)
    {
        await using var app = Web.Program.Create([.. settings, "--Logging:LogLevel:Default=None"]);
        var search = app.Services.GetRequiredService<CustomerSearchService>();
        var (words, random) = (await WordsAsync(search), new Random(1));
        for (var (began, round) = (Stopwatch.GetTimestamp(), 0); Stopwatch.GetElapsedTime(began) < WarmUp; round++)
        {
            await TimesAsync(search, Pieces(words, Lengths[round % Lengths.Length], random, WarmUps));
        }

        foreach (var length in Lengths)
        {
            var times = await TimesAsync(search, Pieces(words, length, random, Searches));
            Say($"{length} characters: p50 {At(times, 0.5):0.0} ms, p99 {At(times, 0.99):0.0} ms, slowest {times[^1]:0.0} ms");
        }

        await WalkAsync(search, null, "all customers");
        foreach (var piece in Pieces(words, 2, random, 1_000).Distinct().Take(40))
        {
            if (await WalkAsync(search, piece, $"“{piece}”"))
            {
                break;
            }
        }

        return 0;
    }

    /// <summary>Words of many customers, as the index knows them.</summary>
    private static async Task<List<string>> WordsAsync(CustomerSearchService search)
    {
        var words = new List<string>();
        for (string? cursor = null; ;)
        {
            var page = await search.SearchAsync(Actor, new CustomerSearch { Cursor = cursor }, CancellationToken.None);
            words.AddRange(page.Items.Select(item => item.Customer)
                .SelectMany(customer => new[] { customer.Nick, customer.RealName, customer.Enterprise }.OfType<string>().Concat(customer.Phones).Concat(customer.Emails).Concat(customer.Accounts.Select(account => account.Value)))
                .SelectMany(text => SearchText.Words(text).Split(' ')));
            cursor = page.Next;
            if (cursor is null)
            {
                return words;
            }
        }
    }

    private static List<string> Pieces(List<string> words, int length, Random random, int count)
    {
        var usable = words.Where(word => word.Length >= length && !word.Any(char.IsSurrogate)).ToList();
        return [.. Enumerable.Range(0, count).Select(_ => usable[random.Next(usable.Count)]).Select(word => word.Substring(random.Next(word.Length - length + 1), length))];
    }

    private static async Task<double[]> TimesAsync(CustomerSearchService search, List<string> pieces)
    {
        var times = new double[pieces.Count];
        for (var index = 0; index < times.Length; index++)
        {
            times[index] = (await PageAsync(search, pieces[index], cursor: null)).Milliseconds;
        }

        Array.Sort(times);
        return times;
    }

    /// <returns>Whether there were 200 pages.</returns>
    private static async Task<bool> WalkAsync(CustomerSearchService search, string? text, string name)
    {
        string? cursor = null;
        for (var page = 1; page < CustomerSearch.MostPages; page++)
        {
            cursor = (await PageAsync(search, text, cursor)).Next;
            if (cursor is null)
            {
                return false;
            }
        }

        var (first, last) = (new double[Walks], new double[Walks]);
        for (var round = 0; round < Walks; round++)
        {
            first[round] = (await PageAsync(search, text, cursor: null)).Milliseconds;
            last[round] = (await PageAsync(search, text, cursor)).Milliseconds;
        }

        Array.Sort(first);
        Array.Sort(last);
        Say($"{name}: page 1 {At(first, 0.5):0.0} ms, page {CustomerSearch.MostPages} {At(last, 0.5):0.0} ms");
        return true;
    }

    private static async Task<(double Milliseconds, string? Next)> PageAsync(CustomerSearchService search, string? text, string? cursor)
    {
        var started = Stopwatch.GetTimestamp();
        var page = await search.SearchAsync(Actor, new CustomerSearch { Text = text, Cursor = cursor }, CancellationToken.None);
        return (Stopwatch.GetElapsedTime(started).TotalMilliseconds, page.Next);
    }

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
