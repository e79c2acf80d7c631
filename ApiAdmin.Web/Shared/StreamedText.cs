using System.Text;
using Microsoft.JSInterop;

namespace ApiAdmin.Web.Shared;

/// <summary>Fetches a text that may be longer than one message of the circuit from the browser.</summary>
public static class StreamedText
{
    private const long Largest = 4 * 1024 * 1024;

    /// <param name="function">Gives a <c>Blob</c>.</param>
    /// <returns>Null when it is longer than anything that is read, or its field is gone.</returns>
    public static async Task<string?> ReadAsync(IJSRuntime js, string function, object?[] arguments, CancellationToken cancellationToken)
    {
        await using var reference = await js.InvokeAsync<IJSStreamReference?>(function, cancellationToken, arguments);
        if (reference is null || reference.Length > Largest)
        {
            return null;
        }

        await using var stream = await reference.OpenReadStreamAsync(Largest, cancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
