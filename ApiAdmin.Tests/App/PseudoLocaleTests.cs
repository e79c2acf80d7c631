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
        foreach (var path in new[] { "/login", "/login?PasswordSet=true", "/invite?token=wrong", "/setup?token=wrong", $"/setup?token={token}" })
        {
            await CheckAsync(client, path);
        }

        var invited = await app.Services.GetRequiredService<UserService>().InviteAsync(AccessFixture.Host, new Invitation("1@2.3", Role.Agent), default);
        await CheckAsync(client, $"/invite?token={invited.Token}");
    }

    private static async Task CheckAsync(TestClient client, string path)
    {
        var html = await client.GetTextAsync(path);
        Assert.Contains("lang=\"qps-", html, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(HardWired.TextsIn(html));
    }
}
