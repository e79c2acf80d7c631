using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>kill -9 of the whole program while somebody types: started again and reloaded, the form is as it was.</summary>
public sealed class KilledWhileTypingTests
{
    [SkippableFact]
    public async Task Form_AfterAKillInMidTypingAndAReload_IsAsItWasTwoSecondsBefore()
    {
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite);
        var user = await VerbRun.RunAsync(store, ["create-user", "--email", "ana@example.com", "--role", "Developer", "--password-stdin"], TestApp.Password);
        Assert.True(user.ExitCode == 0, user.Error);
        await using var chromium = await Chromium.StartAsync();
        var urls = $"--Urls=http://127.0.0.1:{ServerProcess.FreePort()}";
        var typed = new List<(string Name, long At)>();
        IPage page;
        long killedAt;
        using (var server = await ServerProcess.StartAsync(store, urls))
        {
            page = await chromium.VisitAsync(server.Address);
            await page.SignInAsync("ana@example.com");
            await page.GotoAsync("/apis/new");
            await page.Locator("#api-url").FillAsync("https://crm.example.com/orders/{id}");
            await page.Locator("#api-name").ClickAsync();
            var clock = TimeProvider.System;
            var text = "";
            var begun = clock.GetTimestamp();
            while (clock.GetElapsedTime(begun) < TimeSpan.FromSeconds(4))
            {
                text += (char)('a' + (typed.Count % 26));
                await page.Keyboard.TypeAsync(text[^1..]);
                typed.Add((text, clock.GetTimestamp()));
            }

            killedAt = clock.GetTimestamp();
            await server.KillAsync();
        }

        using var again = await ServerProcess.StartAsync(store, urls);
        page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await page.GotoAsync("/apis/new");

        await page.Locator(".unsaved-restored").WaitForAsync();
        var restored = await page.Locator("#api-name").InputValueAsync();
        var latest = typed.Last(entry => TimeProvider.System.GetElapsedTime(entry.At, killedAt) >= TimeSpan.FromSeconds(2)).Name;
        Assert.StartsWith(latest, restored, StringComparison.Ordinal);
        Assert.StartsWith(restored, typed[^1].Name, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("#api-url")).ToHaveValueAsync("https://crm.example.com/orders/{id}");
        await Chromium.ShootAsync(page, "unsaved-restored");
    }
}
