using ApiAdmin.Core;
using ApiAdmin.Core.Definitions.Trash;
using ApiAdmin.Web.Access;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace ApiAdmin.Web.Definitions.Trash;

/// <summary>
/// "Undo" right after an API went to the trash. It stands in the frame around the pages, so it works on whatever page the
/// person is by then, and tells the list that shows.
/// </summary>
public sealed class TrashUndo(IApiTrash trash, CurrentActor current, ISnackbar snackbar, IStringLocalizer<ApiTexts> texts)
{
    private const int OfferedMs = 12_000;

    /// <summary>An API came back.</summary>
    public event Func<Task>? Restored;

    public void Offer(Guid id, string name) =>
        snackbar.Add(texts["Trash.Moved", name].Value, Severity.Normal, options =>
        {
            options.Action = texts["Grid.Undo"];
            options.HideIcon = true;
            options.VisibleStateDuration = OfferedMs;
            options.OnClick = _ => RestoreAsync(id, null, name);
        });

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
            snackbar.Add(problem.Message, Severity.Error);
        }
    }
}
