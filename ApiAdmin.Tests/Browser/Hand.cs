using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

public enum Way { Mouse, Keyboard, Touch }

/// <summary>One person's way of using a page: only clicks, only keys or only a finger, and typing.</summary>
internal sealed class Hand(IPage page, Way way)
{
    private const int MostTabs = 250;

    /// <summary>Puts the focus there.</summary>
    public Task GoAsync(ILocator place) => way switch
    {
        Way.Keyboard => TabAsync(place),
        Way.Touch => place.TapAsync(),
        _ => place.ClickAsync(),
    };

    public async Task PressAsync(ILocator button)
    {
        await GoAsync(button);
        if (way == Way.Keyboard)
        {
            await page.Keyboard.PressAsync("Enter");
        }
    }

    public async Task TypeAsync(ILocator field, string text)
    {
        await GoAsync(field);
        // A phone's keyboard commits text; there are no keys to press.
        await (way == Way.Touch ? page.Keyboard.InsertTextAsync(text) : page.Keyboard.TypeAsync(text));
    }

    private async Task TabAsync(ILocator place)
    {
        await place.WaitForAsync();
        for (var tabs = 0; !await place.EvaluateAsync<bool>("element => element === document.activeElement"); tabs++)
        {
            Assert.True(tabs < MostTabs, $"{place} is not reached by Tab.");
            await page.Keyboard.PressAsync("Tab");
        }
    }
}
