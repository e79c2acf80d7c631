using System.Globalization;
using ApiAdmin.Core;
using ApiAdmin.Core.Invocation;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Invocation.Panel;

/// <summary>The body as text, never as markup: the first 64 KiB from the report, the rest by windows of the same size.</summary>
public sealed partial class BodyTab
{
    private bool pretty = true;
    private bool reading;
    private string? failure;
    private string text = "";
    private long offset;
    private long length;
    private long total;

    [Inject]
    public required ITestService Tests { get; init; }

    [Parameter, EditorRequired]
    public required InvocationReport Report { get; set; }

    /// <summary>Also what is beyond the report can be read, by windows and as a file.</summary>
    [Parameter]
    public bool WholeBody { get; set; } = true;

    private string Shown => pretty && offset == 0 && Report.Response is { Truncated: false } ? BodyText.Pretty(text) : text;

    protected override void OnInitialized()
    {
        if (Report.Response is { } response)
        {
            text = response.Body ?? BodyText.Hex(response.BodyBase64);
            total = response.BodyBytes;
            length = Math.Min(BodyText.Window, total);
        }
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.CurrentCulture);

    private async Task ReadAsync(long from)
    {
        (reading, failure) = (true, null);
        try
        {
            var window = await Tests.ReadBodyAsync(await ActorAsync(), Report.InvocationId, Math.Max(from, 0), Stopped);
            (offset, length, total) = (window.Offset, window.Bytes.Length, window.TotalBytes);
            text = BodyText.Decode(window.Bytes, Report.Response?.Charset);
        }
        catch (ProblemException problem)
        {
            failure = problem.Message;
        }
        finally
        {
            reading = false;
        }
    }
}
