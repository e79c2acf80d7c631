using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>What a person sees when the server is away has to be readable, whatever the component library says of its colours.</summary>
public sealed class ConnectionNoticeTests
{
    private const string Show =
        """
        ([id, state]) => {
          const notice = document.getElementById(id);
          notice.classList.add(state);
          notice.style.display = "block";
          const style = getComputedStyle(notice);
          const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
          const luminance = color => {
            paint.fillStyle = color;
            paint.fillRect(0, 0, 1, 1);
            const [r, g, b] = [...paint.getImageData(0, 0, 1, 1).data].slice(0, 3).map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const [light, dark] = [luminance(style.color), luminance(style.backgroundColor)].sort((a, b) => b - a);
          return (light + 0.05) / (dark + 0.05);
        }
        """;

    [SkippableTheory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Notices_OfALostConnection_AreReadableAndFit(ColorScheme scheme, int width)
    {
        await using var app = await TestApp.StartAsync();
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.VisitAsync(app.Address, width, scheme);
        await page.SignInAsync((await app.CreateUserAsync(Role.Administrator)).Email!);
        foreach (var (id, state) in new[]
        {
            ("components-reconnect-modal", "components-reconnect-show"), ("components-reconnect-modal", "components-reconnect-failed"), ("blazor-error-ui", "shown"),
        })
        {
            var contrast = await page.EvaluateAsync<double>(Show, new[] { id, state });

            Assert.True(contrast >= 7, $"{state}: the contrast is {contrast:0.0}.");
            await page.AssertFitsAsync();
            await Chromium.ShootAsync(page, $"notice-{state}-{width}");
        }
    }
}
