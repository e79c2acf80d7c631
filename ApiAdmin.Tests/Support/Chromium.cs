using Microsoft.Playwright;

namespace ApiAdmin.Tests.Support;

/// <summary>A real Chromium with an empty profile; the test is skipped where there is none.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    /// <summary>How long a test waits for what a page does, on a busy machine; on a quiet one it comes at once.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly IPlaywright playwright;

    private Chromium(IPlaywright playwright, IBrowser browser) => (this.playwright, Browser) = (playwright, browser);

    public IBrowser Browser { get; }

    /// <summary>Where screenshots go: the folder named by APIADMIN_TEST_ARTIFACTS, else one beside the test program.</summary>
    public static string Artifacts => Directory.CreateDirectory(
        Environment.GetEnvironmentVariable("APIADMIN_TEST_ARTIFACTS") ?? Path.Combine(AppContext.BaseDirectory, "artifacts")).FullName;

    public static async Task<Chromium> StartAsync()
    {
        var path = Environment.GetEnvironmentVariable("APIADMIN_TEST_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";
        Skip.IfNot(File.Exists(path), "There is no Chromium here: install it, or name it in APIADMIN_TEST_CHROMIUM.");
        // A bound for a busy machine; what is awaited comes at once on a quiet one.
        Assertions.SetDefaultExpectTimeout(30_000);
        var driver = await Playwright.CreateAsync();
        var browser = await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Headless = true,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
        return new Chromium(driver, browser);
    }

    /// <summary>A visitor of its own: no cookie of another one.</summary>
    public async Task<IPage> VisitAsync(string address, int width = 1440, ColorScheme scheme = ColorScheme.Light, string? zone = null)
    {
        var context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address, ViewportSize = new ViewportSize { Width = width, Height = 900 }, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce, TimezoneId = zone,
        });
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        return await context.NewPageAsync();
    }

    /// <summary>A visitor with a phone: narrow, and with a finger.</summary>
    public async Task<IPage> HoldAsync(string address)
    {
        var context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address, ViewportSize = new ViewportSize { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true, ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        return await context.NewPageAsync();
    }

    public static Task ShootAsync(IPage page, string name) =>
        page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Artifacts, name + ".png"), FullPage = true });

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
    }
}
