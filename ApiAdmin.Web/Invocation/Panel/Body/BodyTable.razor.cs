using ApiAdmin.Core;
using ApiAdmin.Core.Invocation.Reading;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Invocation.Panel.Body;

/// <summary>The largest array of objects in the body, fifty rows at a time.</summary>
public sealed partial class BodyTable
{
    private TablePage? table;
    private int page = 1;
    private bool read;
    private string? failure;

    [Inject]
    public required ILogger<BodyTable> Logger { get; init; }

    [Parameter, EditorRequired]
    public required BodySource Source { get; set; }

    protected override Task OnInitializedAsync() => GoAsync(1);

    private async Task GoAsync(int to)
    {
        try
        {
            var actor = await ActorAsync();
            table = await Task.Run(async () =>
            {
                await using var body = await Source.OpenAsync(actor, Stopped);
                return await JsonTable.ReadAsync(body, to, Stopped);
            }, Stopped);
            (page, read, failure) = (to, true, null);
        }
        catch (OperationCanceledException) when (Stopped.IsCancellationRequested)
        {
            // The page is gone.
        }
        catch (ProblemException problem)
        {
            failure = problem.Message;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            PanelLog.BodyFailed(Logger, "", exception);
            failure = L["Body.Failed"];
        }
    }
}
