using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Web.Shared;
using ApiAdmin.Web.Shared.Language;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ApiAdmin.Web.Access.Secrets;

/// <summary>The secrets by name: where they may go, who uses them, replace and delete. Values never come here.</summary>
public sealed partial class SecretsPage
{
    private IReadOnlyList<SecretInfo>? secrets;
    private string? failure;
    private bool mayWrite;

    [Inject]
    public required ISecretService Secrets { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    protected override async Task OnInitializedAsync()
    {
        mayWrite = await CurrentActor.MayAsync(Operation.WriteSecrets, Stopped);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        try
        {
            failure = null;
            secrets = await Secrets.ListAsync(await ActorAsync(), Stopped);
        }
        catch (ProblemException problem)
        {
            failure = problem.Message;
        }
    }

    private Task AddAsync() => PutAsync(null, "");

    private Task ReplaceAsync(SecretInfo secret) => PutAsync(secret.Name, string.Join(", ", secret.Hosts));

    private async Task PutAsync(string? existing, string hosts)
    {
        if (await SecretDialog.AskAsync(Dialogs, existing, hosts) is { } saved)
        {
            Snackbar.Add(L["Secrets.Saved", saved], Severity.Success);
            await LoadAsync();
        }
    }

    private async Task DeleteAsync(SecretInfo secret)
    {
        var sure = await TypedConfirmation.AskAsync(
            Dialogs, L["Delete.Title", secret.Name], L["Secrets.DeleteText"], secret.Name, L["List.Delete"]);
        if (!sure)
        {
            return;
        }

        try
        {
            await Secrets.DeleteAsync(await ActorAsync(), secret.Name, Stopped);
        }
        catch (ProblemException problem)
        {
            Snackbar.Add(Sentence(problem), Severity.Error, options => options.VisibleStateDuration = 15_000);
        }

        await LoadAsync();
    }

    /// <summary>A refusal because of uses lists them.</summary>
    private static string Sentence(ProblemException problem) =>
        string.Join(" ", problem.Findings.Select(f => f.Message).Prepend(problem.Message).Distinct(StringComparer.Ordinal).Select(CoreSentences.Said));
}
