using System.Text.Json;
using Microsoft.Playwright;

namespace ApiAdmin.Benchmarks.Pages;

/// <summary>What goes over the wire of one page, as the browser itself counts and times it.</summary>
internal sealed class WireWatch
{
    private const int Chatter = 64;
    private const int QuietMs = 150;
    private const int MostWaits = 200;

    private readonly Lock gate = new();
    private readonly Dictionary<string, (string Url, long Bytes)> loaded = [];
    private readonly List<(bool Sent, double At, int Bytes)> frames = [];

    private WireWatch(ICDPSession session)
    {
        session.Event("Network.requestWillBeSent").OnEvent += (_, said) => Load(said, url: said!.Value.GetProperty("request").GetProperty("url").GetString()!, 0);
        session.Event("Network.loadingFinished").OnEvent += (_, said) => Load(said, null, said!.Value.GetProperty("encodedDataLength").GetDouble());
        session.Event("Network.webSocketFrameSent").OnEvent += (_, said) => Frame(said!.Value, sent: true);
        session.Event("Network.webSocketFrameReceived").OnEvent += (_, said) => Frame(said!.Value, sent: false);
    }

    /// <summary>Bytes of everything loaded so far, headers and all, compressed as it came. The circuit's messages are apart.</summary>
    public IReadOnlyList<(string Url, long Bytes)> Loaded
    {
        get
        {
            lock (gate)
            {
                return [.. loaded.Values];
            }
        }
    }

    public static async Task<WireWatch> OnAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        var watch = new WireWatch(session);
        await session.SendAsync("Network.enable");
        return watch;
    }

    public void Forget()
    {
        lock (gate)
        {
            loaded.Clear();
            frames.Clear();
        }
    }

    /// <summary>
    /// From the first message of some size that left since <see cref="Forget"/> to the last drawing that came, in ms, and
    /// the largest of them; awaited until nothing came for a while.
    /// </summary>
    public async Task<(double Ms, int Largest)> ExchangeAsync(IPage page)
    {
        for (var waited = 0; waited < MostWaits; waited++)
        {
            var before = Copy();
            await page.WaitForTimeoutAsync(QuietMs);
            var now = Copy();
            if (now.Count == before.Count && now.FindIndex(frame => frame.Sent) is >= 0 and var sent && now.FindLastIndex(frame => !frame.Sent && frame.Bytes > Chatter) is var came && came > sent)
            {
                return (1000 * (now[came].At - now[sent].At), now.Max(frame => frame.Bytes));
            }
        }

        throw new TimeoutException("The server did not answer.");
    }

    private List<(bool Sent, double At, int Bytes)> Copy()
    {
        lock (gate)
        {
            return [.. frames];
        }
    }

    private void Load(JsonElement? said, string? url, double bytes)
    {
        lock (gate)
        {
            var id = said!.Value.GetProperty("requestId").GetString()!;
            var before = loaded.GetValueOrDefault(id);
            loaded[id] = (url ?? before.Url, before.Bytes + (long)bytes);
        }
    }

    private void Frame(JsonElement said, bool sent)
    {
        lock (gate)
        {
            var response = said.GetProperty("response");
            var length = response.GetProperty("payloadData").GetString()!.Length;
            frames.Add((sent, said.GetProperty("timestamp").GetDouble(), response.GetProperty("opcode").GetDouble() == 2 ? length * 3 / 4 : length));
        }
    }
}
