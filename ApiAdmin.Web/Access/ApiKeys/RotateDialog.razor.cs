using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Web.Definitions.Editing;
using ApiAdmin.Web.Shared.Language;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ApiAdmin.Web.Access.ApiKeys;

/// <summary>Makes the key that follows another; until the chosen end both are good.</summary>
public sealed partial class RotateDialog
{
    private static readonly int[] Choices = [1, 24, 168, 720];

    private int hours = 24;
    private DateOnly? expires;
    private CreatedApiKey? made;
    private string? failure;
    private FindingMap findings = FindingMap.None;
    private bool working;

    [Inject]
    public required ApiKeyService Keys { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [CascadingParameter]
    public PageZone Zone { get; set; } = PageZone.Utc;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required ApiKeyInfo Key { get; set; }

    public static async Task OpenAsync(IDialogService dialogs, ApiKeyInfo key)
    {
        var dialog = await dialogs.ShowAsync<RotateDialog>(null, new DialogParameters<RotateDialog> { { d => d.Key, key } });
        await dialog.Result;
    }

    private async Task RotateAsync()
    {
        working = true;
        failure = null;
        findings = FindingMap.None;
        try
        {
            var rotation = new KeyRotation(Time.GetUtcNow().AddHours(hours), Zone.EndOf(expires));
            made = await Keys.RotateAsync(await ActorAsync(), Key.Id, rotation, Stopped);
        }
        catch (ProblemException problem)
        {
            findings = new FindingMap(problem.Findings);
            failure = findings.Count("oldEndsAt", "expiresAt") > 0 ? null : problem.Message;
        }
        finally
        {
            working = false;
        }
    }
}
