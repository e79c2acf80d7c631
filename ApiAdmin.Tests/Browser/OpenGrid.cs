using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support;
using ApiAdmin.Tests.Support.Pages;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>An API opened in a real browser over a fake store, with what goes over its socket.</summary>
internal sealed class OpenGrid : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly List<Frame> sent = [];
    private readonly List<Frame> received = [];
    private readonly TestApp app;
    private readonly Chromium chromium;

    private OpenGrid(TestApp app, Chromium chromium, IPage page, FakeDefinitions definitions)
    {
        (this.app, this.chromium, Page, Definitions) = (app, chromium, page, definitions);
        page.WebSocket += (_, socket) =>
        {
            socket.FrameSent += (_, frame) => Keep(sent, frame);
            socket.FrameReceived += (_, frame) => Keep(received, frame);
        };
    }

    public IPage Page { get; }

    public FakeDefinitions Definitions { get; }

    public IReadOnlyList<Frame> Sent => Copy(sent);

    public IReadOnlyList<Frame> Received => Copy(received);

    public int Largest => Sent.Concat(Received).Max(frame => frame.Bytes);

    /// <summary>From the first message that left to the first that came.</summary>
    public TimeSpan RoundTrip => Received[0].At - Sent[0].At;

    public static async Task<OpenGrid> StartAsync(ApiDefinition api, int width = 1440, ColorScheme scheme = ColorScheme.Light)
    {
        var definitions = new FakeDefinitions();
        definitions.Add(api);
        var host = await TestApp.StartAsync(adjust: builder => Screens.Replace(builder, definitions, new FakeTests(), new FakeSecretService()));
        var browser = await Chromium.StartAsync();
        var grid = new OpenGrid(host, browser, await browser.VisitAsync(host.Address, width, scheme), definitions);
        await grid.Page.SignInAsync((await host.CreateUserAsync(Role.Developer)).Email!);
        await grid.Page.GotoAsync($"/apis/{api.Key}");
        await Assertions.Expect(grid.Page.Locator("[data-grid=parameters] .row-new")).ToBeVisibleAsync();
        return grid;
    }

    public Task ExpectNamesAsync(params string[] names) => Page.WaitForFunctionAsync(
        """
        names => {
          const found = [...document.querySelectorAll("[data-grid=parameters] [data-row]:not(.row-new)")].map(row => {
            const cell = row.querySelector("[data-col=name]");
            return cell.querySelector("input")?.value ?? cell.querySelector("button").title;
          });
          return found.join() === names.join();
        }
        """, names);

    /// <summary>A paste as the browser tells it, into the name's cell of a row.</summary>
    public Task PasteAsync(string row, string text) => Page.Locator($"[data-grid=parameters] {row} [data-col=name] >> css=input, button").First.EvaluateAsync(
        "(field, text) => { const data = new DataTransfer(); data.setData('text/plain', text); field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }",
        text);

    public void Forget()
    {
        lock (gate)
        {
            sent.Clear();
            received.Clear();
        }
    }

    /// <summary>Waits until the server has drawn what was typed: the row's switch is labelled with its name.</summary>
    public Task AnsweredAsync(ILocator cell, string name) =>
        Assertions.Expect(cell.Locator("xpath=ancestor::tr//input[@type='checkbox']")).ToHaveAttributeAsync("aria-label", $"{name} is on");

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        await app.DisposeAsync();
    }

    private void Keep(List<Frame> where, IWebSocketFrame frame)
    {
        lock (gate)
        {
            where.Add(new Frame(frame.Binary is { Length: > 0 } bytes ? bytes.Length : frame.Text?.Length ?? 0, TimeProvider.System.GetUtcNow()));
        }
    }

    private IReadOnlyList<Frame> Copy(List<Frame> frames)
    {
        lock (gate)
        {
            return [.. frames];
        }
    }

    internal sealed record Frame(int Bytes, DateTimeOffset At);
}
