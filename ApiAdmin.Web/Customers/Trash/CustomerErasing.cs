using ApiAdmin.Core;
using ApiAdmin.Core.Customers;
using ApiAdmin.Web.Access;
using ApiAdmin.Web.Shared;
using ApiAdmin.Web.Shared.Language;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace ApiAdmin.Web.Customers.Trash;

/// <summary>Erases a customer for good, once the person has typed its id.</summary>
public sealed class CustomerErasing(
    CustomerRemoval removal, CurrentActor current, IDialogService dialogs, ISnackbar snackbar, IStringLocalizer<CustomerTexts> texts)
{
    /// <returns>Whether it is gone.</returns>
    public async Task<bool> AskAndEraseAsync(long id, string nick, CancellationToken cancellationToken)
    {
        if (!await TypedConfirmation.AskAsync(dialogs, texts["Erase.Title", nick], texts["Erase.Text"], CustomerAddress.Text(id), texts["Erase.Button"]))
        {
            return false;
        }

        try
        {
            await removal.EraseAsync(await current.GetAsync(), id, cancellationToken);
            snackbar.Add(texts["Erase.Done"].Value, Severity.Success);
            return true;
        }
        catch (ProblemException problem)
        {
            snackbar.Add(CoreSentences.Said(problem.Message), Severity.Error);
            return false;
        }
    }
}
