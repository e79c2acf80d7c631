using Microsoft.Playwright;

namespace ApiAdmin.Benchmarks.Pages;

/// <summary>A Chromium whose every visitor comes with an empty cache, and pages that tell when something was first to be seen.</summary>
internal sealed class MeasuredBrowser : IAsyncDisposable
{
    /// <summary>Of its clock.</summary>
    public const string Zone = "Europe/Berlin";

    // Told by the page itself, so that no word between this program and the browser is counted.
    private const string Watch = """
        window.when = (selector, act) => new Promise(done => {
          const start = act ? performance.now() : 0;
          const before = act && document.querySelector(selector);
          const look = () => {
            const found = document.querySelector(selector);
            if (!found || found === before) return false;
            watcher.disconnect();
            done(performance.now() - start);
            return true;
          };
          const watcher = new MutationObserver(look);
          watcher.observe(document, { subtree: true, childList: true });
          if (act) act(); else look();
        });
        """;

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private MeasuredBrowser(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    public static async Task<MeasuredBrowser> StartAsync()
    {
        var driver = await Playwright.CreateAsync();
        return new MeasuredBrowser(driver, await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("APIADMIN_TEST_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        }));
    }

    /// <param name="signedIn">Cookies of somebody who signed in before; null for nobody.</param>
    public async Task<IPage> VisitAsync(string address, IEnumerable<Cookie>? signedIn = null)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = address, TimezoneId = Zone, ViewportSize = new ViewportSize { Width = 1440, Height = 900 } });
        await context.AddInitScriptAsync(Watch);
        await context.AddCookiesAsync(signedIn ?? []);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
