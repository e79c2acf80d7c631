using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;

namespace ApiAdmin.Web.App;

/// <summary>
/// Keeps the circuit alive when a page throws: navigation and top bar stay, the page's place shows what to do and an
/// id that finds the log entry; never the exception's text.
/// </summary>
public sealed class PageErrorBoundary : ErrorBoundaryBase
{
    [Inject]
    public required ILogger<PageErrorBoundary> Logger { get; init; }

    private string errorId = "";

    protected override Task OnErrorAsync(Exception exception)
    {
        errorId = Activity.Current?.TraceId.ToString() ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        AppLog.PageFailed(Logger, errorId, exception);
        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        builder.OpenComponent<PageFailure>(1);
        builder.AddComponentParameter(2, nameof(PageFailure.ErrorId), errorId);
        builder.AddComponentParameter(3, nameof(PageFailure.Retry), EventCallback.Factory.Create(this, Recover));
        builder.CloseComponent();
    }
}
