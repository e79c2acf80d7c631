using ApiAdmin.Core;
using ApiAdmin.Core.Customers;
using ApiAdmin.Web.Access;
using ApiAdmin.Web.Shared.Language;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace ApiAdmin.Web.Customers.Trash;

/// <summary>"Undo" right after a customer was deleted, on whatever page the person is by then; and the way back out of the trash.</summary>
public sealed class CustomerUndo(CustomerRemoval removal, CurrentActor current, ISnackbar snackbar, IStringLocalizer<CustomerTexts> texts)
{
    private const int OfferedMs = 12_000;

    /// <summary>A customer came back.</summary>
    public event Func<Task>? Restored;

    public void Offer(long id, string nick) =>
        snackbar.Add(texts["Trash.Moved", nick].Value, Severity.Normal, options =>
        {
            options.Action = texts["Trash.Undo"];
            options.HideIcon = true;
            options.VisibleStateDuration = OfferedMs;
            options.OnClick = _ => RestoreAsync(id, nick);
        });

    public async Task RestoreAsync(long id, string nick)
    {
        try
        {
            await removal.RestoreAsync(await current.GetAsync(), id, CancellationToken.None);
            snackbar.Add(texts["Trash.Restored", nick].Value, Severity.Success);
            await (Restored?.Invoke() ?? Task.CompletedTask);
        }
        catch (ProblemException problem)
        {
            snackbar.Add(CoreSentences.Said(problem.Message), Severity.Error);
        }
    }
}
