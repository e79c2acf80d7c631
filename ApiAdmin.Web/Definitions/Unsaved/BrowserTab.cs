using Microsoft.JSInterop;

namespace ApiAdmin.Web.Definitions.Unsaved;

/// <summary>The browser tab of this circuit, by an id that outlives a reload and a restart of the server.</summary>
public sealed class BrowserTab(IJSRuntime js)
{
    private const int LongestId = 64;
    private string? id;

    public async ValueTask<string> IdAsync(CancellationToken cancellationToken) => id ??= await AskAsync(cancellationToken);

    // The browser may keep no storage, and what it says is not to be trusted: then the tab is a new one.
    private async Task<string> AskAsync(CancellationToken cancellationToken)
    {
        string? told = null;
        try
        {
            told = await js.InvokeAsync<string?>("apiAdmin.tabId", cancellationToken);
        }
        catch (JSException)
        {
            // As without storage.
        }

        return Guid.TryParse(told, out var known) && told.Length <= LongestId ? known.ToString("N") : Guid.CreateVersion7().ToString("N");
    }
}
