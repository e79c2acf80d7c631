using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.App;

public sealed class PseudoLocaleTests
{
    [Fact]
    public async Task StaticPages_PseudoCulture_HoldNoHardWiredText()
    {
        await using var app = await TestApp.StartAsync(settings: new Dictionary<string, string?> { ["environment"] = "Development" });
        var token = await app.Services.GetRequiredService<SetupService>().TokenAsync(default);
        using var client = app.Anonymous();
        client.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("qps-ploc");
        foreach (var path in new[] { "/login", "/setup?token=wrong", $"/setup?token={token}" })
        {
            var html = await client.GetTextAsync(path);
            Assert.Contains("lang=\"qps-", html, StringComparison.OrdinalIgnoreCase);
            Assert.Empty(HardWired.TextsIn(html));
        }
    }
}
