using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Web.Definitions.Editing;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ApiAdmin.Web.Access.Secrets;

/// <summary>Makes a secret or replaces its value and hosts.</summary>
public sealed partial class SecretDialog
{
    private string name = "";
    private string value = "";
    private string hosts = "";
    private string? failure;
    private FindingMap findings = FindingMap.None;
    private bool saving;
    private int attempt;

    [Inject]
    public required ISecretService Secrets { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    /// <summary>Null to make a new one.</summary>
    [Parameter]
    public string? ExistingName { get; set; }

    [Parameter]
    public string SuggestedHosts { get; set; } = "";

    /// <summary>The name of what was saved, null when nothing was.</summary>
    public static async Task<string?> AskAsync(IDialogService dialogs, string? existingName, string suggestedHosts)
    {
        var parameters = new DialogParameters<SecretDialog>
        {
            { d => d.ExistingName, existingName }, { d => d.SuggestedHosts, suggestedHosts },
        };
        var dialog = await dialogs.ShowAsync<SecretDialog>(null, parameters);
        return (await dialog.Result)?.Data as string;
    }

    protected override void OnInitialized()
    {
        name = ExistingName ?? "";
        hosts = SuggestedHosts;
    }

    private static string Text(ChangeEventArgs args) => args.Value as string ?? "";

    private string? At(string path) => findings.Within(path);

    private string? Bad(string path) => At(path) is null ? null : "true";

    private async Task SaveAsync()
    {
        var given = value;
        value = "";
        attempt++;
        saving = true;
        failure = null;
        findings = FindingMap.None;
        try
        {
            var saved = await Secrets.PutAsync(await ActorAsync(), name.Trim(), given, SecretHosts.Parse(hosts), Stopped);
            Dialog.Close(saved.Name);
        }
        catch (ProblemException problem)
        {
            findings = new FindingMap(problem.Findings);
            var shown = findings.Count("name", "value", "hosts");
            failure = shown == findings.All.Count && shown > 0 ? null : problem.Message;
        }
        finally
        {
            saving = false;
        }
    }
}
