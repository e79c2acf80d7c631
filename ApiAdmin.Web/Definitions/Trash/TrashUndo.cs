using ApiAdmin.Core;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Trash;
using ApiAdmin.Web.Access;
using ApiAdmin.Web.Shared.Language;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace ApiAdmin.Web.Definitions.Trash;

/// <summary>
/// Moves an API to the trash without a question, as "Undo" is offered at once. That stands in the frame around the pages, so it works on whatever page the
/// person is by then, and tells the list that shows.
/// </summary>
public sealed class TrashUndo(IDefinitionService definitions, IApiTrash trash, CurrentActor current, ISnackbar snackbar, IStringLocalizer<ApiTexts> texts)
{
    private const int OfferedMs = 12_000;

    private readonly HashSet<string> underWay = [];

    /// <summary>An API came back.</summary>
    public event Func<Task>? Restored;

    /// <param name="then">What follows when it is done; until then further clicks for the same API do nothing.</param>
    public async Task DeleteAsync(string key, string name, Func<Task> then, CancellationToken cancellationToken)
    {
        if (!underWay.Add(key))
        {
            return;
        }

        try
        {
            var actor = await current.GetAsync();
            var stored = await definitions.GetAsync(actor, key, cancellationToken);
            Offer(await definitions.DeleteAsync(actor, key, stored.Tag, cancellationToken), name);
            await then();
        }
        catch (ProblemException problem)
        {
            snackbar.Add(CoreSentences.Said(problem.Message), Severity.Error);
        }
        finally
        {
            underWay.Remove(key);
        }
    }

    /// <param name="oldKey">When it is known, a change of the key is told.</param>
    public async Task RestoreAsync(Guid id, string? oldKey, string name)
    {
        try
        {
            var key = await trash.RestoreAsync(await current.GetAsync(), id, CancellationToken.None);
            var text = oldKey is null || oldKey == key ? texts["Trash.Restored", name] : texts["Trash.RestoredAs", name, key, oldKey];
            snackbar.Add(text.Value, Severity.Success);
            await (Restored?.Invoke() ?? Task.CompletedTask);
        }
        catch (ProblemException problem)
        {
            snackbar.Add(CoreSentences.Said(problem.Message), Severity.Error);
        }
    }

    private void Offer(Guid id, string name) =>
        snackbar.Add(texts["Trash.Moved", name].Value, Severity.Normal, options =>
        {
            options.Action = texts["Grid.Undo"];
            options.HideIcon = true;
            options.VisibleStateDuration = OfferedMs;
            options.OnClick = _ => RestoreAsync(id, null, name);
        });
}
